/// What the walkthrough says, in both languages; the parts stand beside what they speak of.
enum Messages {}
