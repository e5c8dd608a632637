#ifndef GUIDELINT_CXLSXWRITER_H
#define GUIDELINT_CXLSXWRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A workbook that is being written; one thread at a time.
typedef struct cxlsx_book cxlsx_book;
/// One of its sheets; owned by the workbook.
typedef struct cxlsx_sheet cxlsx_sheet;
/// How cells look; owned by the workbook.
typedef struct cxlsx_format cxlsx_format;

/// How cells look.
typedef struct {
  /// Name of the font; kept until the workbook is closed.
  const char *font;
  /// Size of the letters in points.
  double size;
  /// How numbers and dates are shown, `@` for texts; null = as they come.
  const char *number_format;
  /// 0xRRGGBB; negative = none.
  int32_t fill;
  /// 0 = natural, 1 = middle, 2 = right.
  int alignment;
  bool is_bold, is_wrapped, is_framed;
} cxlsx_style;

/// File name of the library that is looked for, such as `libxlsxwriter.so.4`.
const char *cxlsx_library_name(void);

/// Loads the library at the first call. Null when it is there, else the system's reason.
const char *cxlsx_fault(void);

// Everything below needs `cxlsx_fault()` to be null. What returns an int returns 0, or an error for `cxlsx_words`.

/// Begins a workbook that will be written to `path`; `created` is its date, in seconds since 1970. Null = no memory.
cxlsx_book *cxlsx_open(const char *path, int64_t created);

/// Writes the file and frees the workbook, whatever happens.
int cxlsx_close(cxlsx_book *book);

/// What an error says, in English.
const char *cxlsx_words(int error);

/// Adds a sheet; null where its name cannot be taken.
cxlsx_sheet *cxlsx_add_sheet(cxlsx_book *book, const char *name);

/// Adds a way for cells to look.
cxlsx_format *cxlsx_add_format(cxlsx_book *book, cxlsx_style style);

/// Writes a text, never a formula, into the columns from `column` to `last`; an empty one leaves a cell with its look.
int cxlsx_text(cxlsx_sheet *sheet, uint32_t row, uint16_t column, uint16_t last, const char *text,
               cxlsx_format *format);

/// Writes a number.
int cxlsx_number(cxlsx_sheet *sheet, uint32_t row, uint16_t column, double number, cxlsx_format *format);

/// Writes a day.
int cxlsx_date(cxlsx_sheet *sheet, uint32_t row, uint16_t column, int year, int month, int day, cxlsx_format *format);

/// Sets the width of a column, in letters.
int cxlsx_column(cxlsx_sheet *sheet, uint16_t column, double width);

/// Sets the height of a row, in points.
int cxlsx_row(cxlsx_sheet *sheet, uint32_t row, double height);

/// Lets cells take one of `count` options, which together have at most 255 characters and hold no comma.
int cxlsx_choice(cxlsx_sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                 uint16_t last_column, const char *const *options, size_t count);

/// Lets cells take one of the cells of a range, such as `=options!$A$1:$A$9`.
int cxlsx_choice_of_range(cxlsx_sheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
                          uint16_t last_column, const char *range);

/// Sets how the cells down to the last one print: 9 = A4, 8 = A3; as wide as the paper, `tall` pages or any number (0).
int cxlsx_page(cxlsx_sheet *sheet, uint32_t last_row, uint16_t last_column, uint8_t paper, bool is_landscape,
               uint16_t tall, const char *footer);

/// Repeats rows on every printed page.
int cxlsx_repeat(cxlsx_sheet *sheet, uint32_t first, uint32_t last);

/// Keeps the first rows and columns in view.
void cxlsx_freeze(cxlsx_sheet *sheet, uint32_t rows, uint16_t columns);

/// Offers filters for the rows from `first` to `last`.
int cxlsx_filter(cxlsx_sheet *sheet, uint32_t first, uint32_t last, uint16_t last_column);

/// Shows a sheet only on demand.
void cxlsx_hide(cxlsx_sheet *sheet);

#endif
