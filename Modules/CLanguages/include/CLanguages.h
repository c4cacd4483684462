#ifndef CLANGUAGES_H
#define CLANGUAGES_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The language that most of a UTF-8 text is in, as CLD2 tells it.
typedef struct {
    /// An ISO 639 code, "en", "zh-Hant"; "un" where none was told. Lives as long as the program.
    const char *code;
    /// The share of the text that is in it, 0 to 100.
    int percent;
    /// Whether CLD2 itself relies on the answer.
    bool is_reliable;
} CLanguagesAnswer;

/// Tells the language of `length` bytes of plain UTF-8 text.
CLanguagesAnswer clanguages_detect(const char *text, int32_t length);

#ifdef __cplusplus
}
#endif

#endif
