// libxlsxwriter is loaded when the first workbook is written: Debian has no archive of it to link, and whoever writes
// no spreadsheet need not install it. Its structures are those of the header, so only the library of the same ABI will do.
#include <xlsxwriter.h>

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CXLSXWriter.h"

// Headers before 1.0 do not name the ABI.
#ifndef LXW_SOVERSION
#error "libxlsxwriter 1.0 or later is needed"
#endif

#ifdef __APPLE__
#define LIBRARY "libxlsxwriter." LXW_SOVERSION ".dylib"
#else
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION
#endif

// Every function that is used; its type is the one that the header declares.
#define FUNCTIONS(use)               \
  use(lxw_version_id)                \
  use(lxw_strerror)                  \
  use(workbook_new)                  \
  use(workbook_close)                \
  use(workbook_add_worksheet)        \
  use(workbook_add_format)           \
  use(workbook_set_properties)       \
  use(format_set_font_name)          \
  use(format_set_font_size)          \
  use(format_set_num_format)         \
  use(format_set_bold)               \
  use(format_set_text_wrap)          \
  use(format_set_border)             \
  use(format_set_bg_color)           \
  use(format_set_align)              \
  use(worksheet_write_string)        \
  use(worksheet_write_blank)         \
  use(worksheet_write_number)        \
  use(worksheet_write_datetime)      \
  use(worksheet_merge_range)         \
  use(worksheet_set_column)          \
  use(worksheet_set_row)             \
  use(worksheet_data_validation_range) \
  use(worksheet_print_area)          \
  use(worksheet_set_paper)           \
  use(worksheet_set_landscape)       \
  use(worksheet_fit_to_pages)        \
  use(worksheet_set_margins)         \
  use(worksheet_center_horizontally) \
  use(worksheet_set_footer)          \
  use(worksheet_repeat_rows)         \
  use(worksheet_freeze_panes)        \
  use(worksheet_autofilter)          \
  use(worksheet_hide)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} call;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char fault[512];

static void note(const char *reason) { snprintf(fault, sizeof fault, "%s", reason ? reason : "unknown reason"); }

static void load(void) {
  static const char *const names[] = {
      LIBRARY,
#ifdef __APPLE__
      // Homebrew's folder is not among those that are searched on every Mac.
      "/opt/homebrew/lib/" LIBRARY, "/usr/local/lib/" LIBRARY, "/opt/homebrew/lib/libxlsxwriter.dylib",
      "/usr/local/lib/libxlsxwriter.dylib",
#else
      // Some builds of the library bear no number; their version is compared below.
      "libxlsxwriter.so",
#endif
  };
  void *library = NULL;
  for (size_t index = 0; !library && index < sizeof names / sizeof *names; index++) {
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (!library && index == 0) note(dlerror());
    if (library && index > 0) {
      __typeof__(&lxw_version_id) version = (__typeof__(&lxw_version_id))dlsym(library, "lxw_version_id");
      if (!version || version() != LXW_VERSION_ID) {
        dlclose(library);
        library = NULL;
      }
    }
  }
  if (!library) return;
#define FIND(name)                                               \
  call.name = (__typeof__(&name))dlsym(library, #name);          \
  if (!call.name) {                                              \
    note(dlerror());                                             \
    return;                                                      \
  }
  FUNCTIONS(FIND)
  fault[0] = 0;
}

struct cxlsx_book {
  lxw_workbook *workbook;
};

static lxw_worksheet *raw(cxlsx_sheet *sheet) { return (lxw_worksheet *)sheet; }

const char *cxlsx_library_name(void) { return LIBRARY; }

const char *cxlsx_fault(void) {
  pthread_once(&once, load);
  return fault[0] ? fault : NULL;
}

cxlsx_book *cxlsx_open(const char *path, int64_t created) {
  cxlsx_book *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->workbook = call.workbook_new(path);
  if (!book->workbook) {
    free(book);
    return NULL;
  }
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.created = created;
  call.workbook_set_properties(book->workbook, &properties);
  return book;
}

int cxlsx_close(cxlsx_book *book) {
  int error = call.workbook_close(book->workbook);
  free(book);
  return error;
}

const char *cxlsx_words(int error) { return call.lxw_strerror(error); }

cxlsx_sheet *cxlsx_add_sheet(cxlsx_book *book, const char *name) {
  return (cxlsx_sheet *)call.workbook_add_worksheet(book->workbook, name);
}

cxlsx_format *cxlsx_add_format(cxlsx_book *book, cxlsx_style style) {
  lxw_format *format = call.workbook_add_format(book->workbook);
  if (!format) return NULL;
  call.format_set_font_name(format, style.font);
  call.format_set_font_size(format, style.size);
  if (style.number_format) call.format_set_num_format(format, style.number_format);
  if (style.is_bold) call.format_set_bold(format);
  if (style.is_wrapped) call.format_set_text_wrap(format);
  if (style.is_framed) call.format_set_border(format, LXW_BORDER_THIN);
  if (style.fill >= 0) call.format_set_bg_color(format, (lxw_color_t)style.fill);
  if (style.alignment == 1) call.format_set_align(format, LXW_ALIGN_CENTER);
  if (style.alignment == 2) call.format_set_align(format, LXW_ALIGN_RIGHT);
  call.format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return (cxlsx_format *)format;
}

int cxlsx_text(cxlsx_sheet *sheet, uint32_t row, uint16_t column, uint16_t last, const char *text,
               cxlsx_format *format) {
  lxw_format *look = (lxw_format *)format;
  if (last > column) return call.worksheet_merge_range(raw(sheet), row, column, row, last, text, look);
  if (!*text) return call.worksheet_write_blank(raw(sheet), row, column, look);
  return call.worksheet_write_string(raw(sheet), row, column, text, look);
}

int cxlsx_number(cxlsx_sheet *sheet, uint32_t row, uint16_t column, double number, cxlsx_format *format) {
  return call.worksheet_write_number(raw(sheet), row, column, number, (lxw_format *)format);
}

int cxlsx_date(cxlsx_sheet *sheet, uint32_t row, uint16_t column, int year, int month, int day, cxlsx_format *format) {
  lxw_datetime date;
  memset(&date, 0, sizeof date);
  date.year = year;
  date.month = month;
  date.day = day;
  return call.worksheet_write_datetime(raw(sheet), row, column, &date, (lxw_format *)format);
}

int cxlsx_column(cxlsx_sheet *sheet, uint16_t column, double width) {
  return call.worksheet_set_column(raw(sheet), column, column, width, NULL);
}

int cxlsx_row(cxlsx_sheet *sheet, uint32_t row, double height) {
  return call.worksheet_set_row(raw(sheet), row, height, NULL);
}

static int choose(cxlsx_sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                  uint16_t last_column, lxw_data_validation *choice) {
  choice->ignore_blank = LXW_VALIDATION_ON;
  choice->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  return call.worksheet_data_validation_range(raw(sheet), first_row, first_column, last_row, last_column, choice);
}

int cxlsx_choice(cxlsx_sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                 uint16_t last_column, const char *const *options, size_t count) {
  const char **list = calloc(count + 1, sizeof *list);
  if (!list) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  memcpy(list, options, count * sizeof *list);
  lxw_data_validation choice;
  memset(&choice, 0, sizeof choice);
  choice.validate = LXW_VALIDATION_TYPE_LIST;
  choice.value_list = (__typeof__(choice.value_list))list;
  int error = choose(sheet, first_row, first_column, last_row, last_column, &choice);
  free(list);
  return error;
}

int cxlsx_choice_of_range(cxlsx_sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                          uint16_t last_column, const char *range) {
  lxw_data_validation choice;
  memset(&choice, 0, sizeof choice);
  choice.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  choice.value_formula = (__typeof__(choice.value_formula))range;
  return choose(sheet, first_row, first_column, last_row, last_column, &choice);
}

int cxlsx_page(cxlsx_sheet *sheet, uint32_t last_row, uint16_t last_column, uint8_t paper, bool is_landscape,
               uint16_t tall, const char *footer) {
  call.worksheet_set_paper(raw(sheet), paper);
  if (is_landscape) call.worksheet_set_landscape(raw(sheet));
  call.worksheet_set_margins(raw(sheet), 0.45, 0.45, 0.45, 0.6);
  call.worksheet_center_horizontally(raw(sheet));
  call.worksheet_fit_to_pages(raw(sheet), 1, tall);
  int error = call.worksheet_set_footer(raw(sheet), footer);
  return error ? error : call.worksheet_print_area(raw(sheet), 0, 0, last_row, last_column);
}

int cxlsx_repeat(cxlsx_sheet *sheet, uint32_t first, uint32_t last) {
  return call.worksheet_repeat_rows(raw(sheet), first, last);
}

void cxlsx_freeze(cxlsx_sheet *sheet, uint32_t rows, uint16_t columns) {
  call.worksheet_freeze_panes(raw(sheet), rows, columns);
}

int cxlsx_filter(cxlsx_sheet *sheet, uint32_t first, uint32_t last, uint16_t last_column) {
  return call.worksheet_autofilter(raw(sheet), first, 0, last, last_column);
}

void cxlsx_hide(cxlsx_sheet *sheet) { call.worksheet_hide(raw(sheet)); }
