/// Every sentence of the walkthrough that people read, in both languages.
enum Messages {}
