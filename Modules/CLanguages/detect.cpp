#include "CLanguages.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

CLanguagesAnswer clanguages_detect(const char *text, int32_t length) {
    bool is_reliable = false;
    int valid_bytes = 0;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, length, true, &hints, 0, languages, percents, scores, nullptr, &text_bytes, &is_reliable, &valid_bytes);
    return {CLD2::LanguageCode(language), percents[0], is_reliable};
}
