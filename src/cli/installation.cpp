#include "cli/installation.h"

#include "archive/connection.h"
#include "read/ocr/ocr.h"
#include "read/pdf/poppler.h"
#include "read/sha256.h"
#include "repair/dictionary.h"
#include "rules/knowledge.h"
#include "text/language.h"
#include "text/unicode.h"

#include <kompass_version.h>

#include <algorithm>
#include <optional>

namespace kompass::cli {
namespace {

Part rules_part(const Settings& settings) {
    Part part{
        .name = "rules", .version = "", .needed_for = text::message("understanding reports"), .mend = ""};
    try {
        const auto directory = rules::find_rules(settings.rules);
        const auto knowledge = rules::Knowledge::load(directory);
        part.version =
            text::tr("{} in {}", text::counted(knowledge.rules.all().size(), "rule"), directory.string());
        part.present = knowledge.rules.check().empty();
        part.mend = "kompass rules check";
    } catch (const rules::RulesError& error) {
        part.present = false;
        part.mend = error.what();
    }
    return part;
}

Part model_part(const read::OcrModel& model) {
    const bool present = !model.file.empty();
    return {.name = "Tesseract model " + model.name,
            .version = present ? model.file : "",
            .needed_for = text::message("scanned pages"),
            .mend = "apt-get install tesseract-ocr-" + model.name,
            .present = present,
            .vital = false};
}

Part dictionary_part() {
    const auto file = repair::Dictionary::file();
    return {.name = text::message("Swedish dictionary"),
            .version = file,
            .needed_for = text::message("repair of words that the lexicon lacks"),
            .mend = "apt-get install hunspell-sv",
            .present = !file.empty(),
            .vital = false};
}

} // namespace

std::vector<Part> installation(const Settings& settings) {
    std::vector<Part> parts = {
        {.name = "kompass",
         .version = KOMPASS_VERSION,
         .needed_for = text::message("everything"),
         .mend = ""},
        {.name = "Poppler",
         .version = read::poppler_version(),
         .needed_for = text::message("reading PDFs"),
         .mend = ""},
        {.name = "OpenSSL",
         .version = read::openssl_version(),
         .needed_for = text::message("the identity of sources"),
         .mend = ""},
        {.name = "ICU",
         .version = unicode::icu_version(),
         .needed_for = text::message("Swedish text and order"),
         .mend = ""},
        {.name = "SQLite",
         .version = archive::library_version(),
         .needed_for = text::message("the archive"),
         .mend = ""},
        {.name = "Leptonica and Tesseract",
         .version = read::ocr_library_versions(),
         .needed_for = text::message("scanned pages"),
         .mend = ""},
        rules_part(settings),
    };
    for (const auto& model : read::ocr_models())
        parts.push_back(model_part(model));
    parts.push_back(dictionary_part());
    return parts;
}

} // namespace kompass::cli
