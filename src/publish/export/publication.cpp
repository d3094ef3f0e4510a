#include "publish/export/publication.h"

#include "rules/instrument.h"
#include "text/fitting.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::publish {
namespace {

constexpr auto rights =
    "Scores, names and dates are facts. The wording of findings and questions is the publisher's "
    "(SKR) and not licensed by this export: ask before publishing it.";
constexpr auto rights_sv =
    "Poäng, namn och datum är fakta. Formuleringarna i iakttagelser och frågor är utgivarens "
    "(SKR) och licensieras inte härmed: fråga innan de publiceras.";

std::string description(const Publication& publication) {
    return fmt::format("Scores, findings and history of {} report{}, as published, with what does not add up "
                       "and what should be checked marked. {} of them {} whole; what others lack is told. "
                       "Scores of different editions do not compare: the "
                       "publisher says that those of earlier editions differ by 80–100 points of 800.",
                       publication.reports, publication.reports == 1 ? "" : "s", publication.whole,
                       publication.whole == 1 ? "is" : "are");
}

std::string description_sv(const Publication& publication) {
    return fmt::format(
        "Poäng, iakttagelser och historik ur {} rapport{}, så som de publicerats; vad som inte går "
        "ihop och vad som bör kontrolleras är märkt. {} av dem är hela; vad de andra saknar är angivet. "
        "Poäng från olika utgåvor är inte jämförbara.",
        publication.reports, publication.reports == 1 ? "" : "er", publication.whole);
}

} // namespace

Words words_about(const Publication& publication) {
    Words words;
    words.description = description(publication);
    words.description_sv = description_sv(publication);
    words.rights = rights;
    words.rights_sv = rights_sv;
    const auto own = rules::Instrument{}.name;
    const auto& instruments = publication.instruments;
    words.is_swedish =
        std::all_of(instruments.begin(), instruments.end(), [&](const auto& name) { return name == own; });
    words.names = words.is_swedish ? own : text::joined(instruments, ", ");
    words.title = words.names + (words.is_swedish ? ": evaluations of Swedish municipalities"
                                                  : ": evaluations of municipalities");
    words.title_sv = words.names + (words.is_swedish ? ": utvärderingar av svenska kommuner"
                                                     : ": utvärderingar av kommuner");
    words.source = words.is_swedish ? "Sveriges Kommuner och Regioner (SKR): " + own + ", published reports"
                                    : words.names + ": published reports";
    if (words.is_swedish) words.source_url = "https://skr.se";
    return words;
}

} // namespace kompass::publish
