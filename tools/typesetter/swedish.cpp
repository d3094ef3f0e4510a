#include "swedish.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace typesetter {

namespace {

using Words = std::vector<std::string_view>;

const std::map<Theme, Words>& topics() {
    static const std::map<Theme, Words> all{
        {Theme::democracy,
         {"medborgardialog", "webbsändning av fullmäktiges möten", "öppna handlingar", "ungdomsrådets arbete",
          "e-förslag från invånare", "sommarens trygghetsvandringar", "information om budgeten",
          "etiska riktlinjer", "arbetet mot mutor och jäv", "medborgarpanelens enkäter",
          "samråd i ytterområdena", "lättläst årsredovisning", "kommunens sociala medier",
          "återkoppling efter dialoger", "visselblåsarfunktionen", "allmänhetens frågestund"}},
        {Theme::service,
         {"servicedeklarationer", "kontaktcenter", "bemötande i telefon", "synpunkts- och klagomålshantering",
          "e-tjänster för företag", "öppettider på kvällstid", "brukarundersökningar", "tjänstegarantier",
          "valfrihet inom hemtjänsten", "webbplatsens sökfunktion", "tolkstöd", "information på flera språk",
          "mätning av svarstider", "jämförelser mellan förskolor", "brukarråd inom omsorgen",
          "service till nyinflyttade"}},
        {Theme::governance,
         {"målstyrning", "visionen", "nämndernas verksamhetsplaner", "uppföljning av mål", "delårsrapporter",
          "ansvar mellan politik och förvaltning", "utbildning för förtroendevalda", "fullmäktiges mål",
          "arbetet med indikatorer", "styrmodellen", "dialog mellan nämnd och förvaltning", "internkontroll",
          "ägardirektiv till bolagen", "budgetberedningens arbete", "årshjulet för planering",
          "analys av avvikelser"}},
        {Theme::leadership,
         {"ledarskapspolicyn", "chefernas uppdrag", "resultatansvar på enheterna",
          "samverkan över förvaltningsgränser", "chefsforum", "ledarutveckling", "mentorsprogram",
          "kommunledningens besök i verksamheten", "delegation av beslut", "introduktion för nya chefer",
          "aspirantprogram", "överenskommelser med chefer", "tvärgående projekt", "medarbetarnas förslag",
          "lönesättande samtal", "kommunikation inom organisationen"}},
        {Theme::efficiency,
         {"jämförelser med andra kommuner", "nyckeltal för kostnader", "resursfördelning",
          "upphandling i samverkan", "processkartläggning", "ekonomiskt utfall", "kvalitetsmått i skolan",
          "prognossäkerhet", "extern medverkan", "alternativa driftsformer", "långsiktig investeringsplan",
          "IT-stöd för ekonomiuppföljning", "analys av kostnader och resultat", "lokalförsörjning",
          "fordonsflottans användning", "gemensam växel"}},
        {Theme::staff,
         {"personalpolitik", "rekrytering", "kompetensutveckling", "medarbetarsamtal", "jämställda löner",
          "arbetet för mångfald", "hälsofrämjande insatser", "sjukfrånvarons orsaker", "lönekriterier",
          "bilden av kommunen som arbetsgivare", "heltid som norm", "medarbetarenkäten", "friskvård",
          "arbetsmiljöutbildning", "traineeprogram", "kontakter med högskolor"}},
        {Theme::development,
         {"ständiga förbättringar", "kvalitetsarbete", "innovationer", "omvärldsbevakning", "digitalisering",
          "utvecklingsprojekt", "lärande mellan enheter", "kvalitetspriset", "förbättringstavlor",
          "samarbete med forskare", "spridning av goda exempel", "riktlinjer för förändringsarbete",
          "idébanken", "IT-strategin", "processägarnas uppdrag", "EU-finansierade projekt"}},
        {Theme::community,
         {"näringslivets villkor", "översiktsplanering", "föreningsstöd", "kulturlivet", "bostadsbyggande",
          "miljömål", "internationella kontakter", "landsbygdens utveckling", "social hållbarhet",
          "folkhälsa", "besöksnäringen", "integration", "brottsförebyggande arbete", "klimatanpassning",
          "frukostmöten med företag", "plan- och bygglovsfrågor"}}};
    return all;
}

constexpr std::array<std::string_view, 18> strength_patterns{
    "Väl utvecklat stöd för {t}",
    "{T} följs upp varje år",
    "{T} är känt i hela organisationen",
    "Tydlig struktur för {t} {where}",
    "Ett levande arbete med {t}",
    "Goda erfarenheter av {t} sprids {where}",
    "Politisk enighet om {t}",
    "Aktivt arbete med {t} {when}",
    "{T} har en utpekad ansvarig, egen budget och en plan som revideras {when}",
    "Kommunen ligger långt framme när det gäller {t}",
    "Systematiska mätningar av {t}, med redovisning för nämnderna två gånger om året",
    "Nya former för {t} prövas {where}",
    "Öppenhet kring {t}",
    "Medarbetarna är delaktiga i {t} och har tid avsatt för det",
    "Ett tvåårigt program för {t}",
    "Flera bra exempel på {t}, bl.a. {where}",
    "Engagerade chefer driver {t}",
    "{T} ingår i den årliga planeringen (kap. 2 i verksamhetsplanen)"};

constexpr std::array<std::string_view, 18> improvement_patterns{
    "Utveckla {t} {where}",
    "Ta fram en samlad plan för {t}",
    "Koppla {t} tydligare till budgeten",
    "Följ upp {t} {when} och redovisa resultatet på webbplatsen",
    "Säkerställ att {t} når alla förvaltningar",
    "Sprid kunskap om {t} {where}",
    "Pröva nya arbetssätt för {t}, gärna tillsammans med grannkommuner",
    "Formulera mätbara mål för {t}",
    "Gör {t} mer känt bland invånarna",
    "Utvärdera {t} {when}",
    "Låt fler medarbetare ta del i {t}",
    "Tydliggör ansvaret för {t} mellan nämnd och förvaltning",
    "Samordna {t} {where}, så att likartade frågor hanteras lika",
    "Avsätt tid för {t}",
    "Ge enheterna bättre stöd i fråga om {t}",
    "Överväg ett gemensamt system för {t}",
    "Återrapportera {t} till fullmäktige",
    "Använd jämförelser i arbetet med {t}, t.ex. inom ett nätverk"};

constexpr std::array<std::string_view, 12> weakness_patterns{
    "Otydligt ansvar för {t}",
    "{T} saknar uppföljning",
    "Ingen samlad bild av {t}",
    "Svag koppling mellan {t} och målen",
    "{T} är beroende av enskilda personer",
    "Skilda synsätt på {t} {where}",
    "Sällan någon analys av {t}",
    "Låg kännedom om {t} {where}",
    "Få mål för {t}, och de som finns är svåra att mäta",
    "Resurser saknas för {t}",
    "Beslut om {t} dröjer",
    "Äldre riktlinjer för {t} har inte reviderats sedan förra mandatperioden"};

constexpr std::array<std::string_view, 9> heading_patterns{
    "Strategi för {t}", "Arbetet med {t}",   "Uppföljning av {t}", "Ansvar för {t}", "Stöd till {t}", "{T}",
    "Mål för {t}",      "Utveckling av {t}", "{T} i praktiken"};

constexpr std::array<std::string_view, 8> question_patterns{
    "Finns det en strategi för {t}?",
    "Hur arbetar kommunen med {t}?",
    "Följs {t} upp på ett systematiskt sätt?",
    "Hur utvecklas {t} i kommunen?",
    "Finns tydliga mål för {t}?",
    "Används resultatet av {t} i planeringen?",
    "Är ansvaret för {t} tydligt och känt?",
    "Hur säkerställs att {t} fungerar i alla förvaltningar?"};

constexpr std::array<std::string_view, 16> sentence_patterns{
    "Under besöket beskrevs {t} som en fråga som engagerar många i kommunen.",
    "Flera av dem som intervjuades lyfter fram {t} {where}.",
    "Arbetet med {t} har pågått i några år och börjar nu ge resultat.",
    "Det finns riktlinjer för {t}, men de används på olika sätt {where}.",
    "Granskningen visar att {t} har stöd av ledningen.",
    "Nämnderna får rapporter om {t} {when}.",
    "Chefer och medarbetare har olika bilder av {t}.",
    "Kommunen har under de senaste åren satsat på {t}, bland annat genom utbildning.",
    "En ny plan för {t} antogs förra året av kommunstyrelsen.",
    "Det är ännu för tidigt att bedöma vad {t} har betytt för invånarna.",
    "I enkäten svarade drygt 60 procent att {t} fungerar bra.",
    "På webbplatsen går det att läsa om {t}, även om det kan ta tid att hitta rätt.",
    "När det gäller {t} hämtar kommunen gärna idéer från andra håll.",
    "Ansvaret för {t} ligger hos förvaltningscheferna.",
    "Sedan omorganisationen behandlas {t} i en särskild grupp med deltagare från alla förvaltningar.",
    "Sammantaget ger {t} ett gott intryck."};

constexpr std::array<std::string_view, 10> places{"i alla förvaltningar",
                                                  "inom vård och omsorg",
                                                  "i skolan",
                                                  "på enheterna",
                                                  "i kommunens bolag",
                                                  "i nämnderna",
                                                  "på samhällsbyggnadskontoret",
                                                  "inom kultur och fritid",
                                                  "i de mindre orterna",
                                                  "i ledningsgruppen"};

constexpr std::array<std::string_view, 7> times{
    "varje år",       "två gånger om året", "i samband med bokslutet",
    "sedan flera år", "varje månad",        "inför varje ny mandatperiod",
    "löpande"};

constexpr std::array<std::string_view, 8> instrument_sentences{
    "Kommunkompassen är ett verktyg för att beskriva hur en kommun leds och styrs.",
    "Granskningen omfattar åtta områden, och i varje område kan en kommun få högst 100 poäng.",
    "Underlaget består av dokument, kommunens webbplats och samtal med politiker, chefer och fackliga "
    "företrädare.",
    "Poängen ska läsas tillsammans med texten, som beskriver vad bedömningen vilar på.",
    "Resultatet är en bild av nuläget och kan användas i kommunens eget utvecklingsarbete.",
    "Ett högt värde betyder att kommunen arbetar medvetet med frågan, inte att allt är färdigt.",
    "Samma frågor ställs i alla kommuner, så att jämförelser blir möjliga.",
    "Tack till alla som har tagit fram material och tagit sig tid för samtal."};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// Upper case of the Swedish letters; the lists hold no others.
std::string raised(std::string_view text, std::size_t letters) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const bool first_byte = letter == '\xc3' && i + 1 < text.size();
        if (letters == 0) {
            out += letter;
        } else if (first_byte) {
            out += letter;
            const auto second = static_cast<unsigned char>(text[++i]);
            out += static_cast<char>(second >= 0xa0 && second != 0xb7 ? second - 0x20 : second);
            --letters;
        } else {
            out += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
            --letters;
        }
    }
    return out;
}

struct Letter {
    std::size_t begin;
    bool vowel;
};

/// The letters of a word that has only small letters (the first may be a capital); else none.
std::vector<Letter> small_letters(std::string_view word) {
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const bool two = c == '\xc3' && i + 1 < word.size();
        const bool capital = c >= 'A' && c <= 'Z';
        if (!two && !(c >= 'a' && c <= 'z') && !(capital && i == 0)) {
            if (i + 1 == word.size() && std::string_view(".,:;?!)").find(c) != std::string_view::npos) break;
            return {};
        }
        letters.push_back({i, two || std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos});
        if (two) ++i;
    }
    return letters;
}

/// Clusters that are one sound, so that no hyphen divides them.
bool inseparable(std::string_view pair) {
    return pair == "ck" || pair == "sj" || pair == "sk" || pair == "ng" || pair == "tj" || pair == "ch";
}

/// Two consonants that begin a part together: "lednings-gruppen".
bool begins_together(std::string_view pair) {
    return pair.size() == 2 && (pair[1] == 'r' || pair[1] == 'l') &&
           std::string_view("bdfgkptv").find(pair[0]) != std::string_view::npos;
}

} // namespace

std::vector<std::size_t> division_points(std::string_view word) {
    const std::vector<Letter> letters = small_letters(word);
    std::vector<std::size_t> points;
    for (std::size_t i = 4; i + 3 <= letters.size(); ++i) {
        const bool onset =
            !letters[i].vowel && letters[i + 1].vowel; // a consonant before a vowel begins a part
        const bool vowel_before =
            std::any_of(letters.begin(), letters.begin() + static_cast<std::ptrdiff_t>(i) - 1,
                        [](const Letter& letter) { return letter.vowel; });
        const std::string_view pair =
            word.substr(letters[i - 1].begin, letters[i + 1].begin - letters[i - 1].begin);
        if (onset && vowel_before && !inseparable(pair))
            points.push_back(letters[begins_together(pair) ? i - 1 : i].begin);
    }
    return points;
}

std::string capitals(std::string_view text) {
    return raised(text, text.size());
}
std::string capitalised(std::string_view text) {
    return raised(text, 1);
}

std::string genitive(std::string_view name) {
    const bool hissing = !name.empty() && std::string_view("sxz").find(name.back()) != std::string_view::npos;
    return std::string(name) + (hissing ? "" : "s");
}

std::string month_name(int month) {
    constexpr std::array<std::string_view, 12> names{"januari",   "februari", "mars",     "april",
                                                     "maj",       "juni",     "juli",     "augusti",
                                                     "september", "oktober",  "november", "december"};
    return std::string(names.at(static_cast<std::size_t>(month - 1)));
}

std::string ordinal_name(int ordinal) {
    constexpr std::array<std::string_view, 5> names{"första", "andra", "tredje", "fjärde", "femte"};
    return std::string(names.at(static_cast<std::size_t>(ordinal - 1)));
}

Writer::Writer(Dice dice, Theme theme)
    : dice_(dice), topics_(topics().at(theme).begin(), topics().at(theme).end()) {
    dice_.shuffle(topics_);
}

const std::string& Writer::topic() {
    return topics_[next_topic_++ % topics_.size()];
}

std::string Writer::filled(std::string_view pattern) {
    const std::string& subject = topic();
    std::string text = replaced(std::string(pattern), "{t}", subject);
    text = replaced(text, "{T}", capitalised(subject));
    text = replaced(text, "{where}", dice_.one_of(places));
    return replaced(text, "{when}", dice_.one_of(times));
}

/// A sentence that this writer has not given yet.
std::string Writer::fresh(const std::vector<std::string_view>& patterns) {
    std::string text = filled(dice_.one_of(patterns));
    for (int tries = 0; tries < 50 && std::find(used_.begin(), used_.end(), text) != used_.end(); ++tries)
        text = filled(dice_.one_of(patterns));
    used_.push_back(text);
    return text;
}

std::string Writer::strength() {
    return fresh({strength_patterns.begin(), strength_patterns.end()});
}
std::string Writer::improvement() {
    return fresh({improvement_patterns.begin(), improvement_patterns.end()});
}
std::string Writer::weakness() {
    return fresh({weakness_patterns.begin(), weakness_patterns.end()});
}
std::string Writer::heading() {
    return fresh({heading_patterns.begin(), heading_patterns.end()});
}
std::string Writer::question() {
    return fresh({question_patterns.begin(), question_patterns.end()});
}

/// In turn, so that none follows upon itself.
std::string Writer::sentence() {
    if (next_sentence_ % sentence_patterns.size() == 0) {
        sentences_.assign(sentence_patterns.begin(), sentence_patterns.end());
        dice_.shuffle(sentences_);
    }
    return filled(sentences_[next_sentence_++ % sentence_patterns.size()]);
}

std::string Writer::paragraph(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += (i == 0 ? "" : " ") + sentence();
    return text;
}

std::string about_the_instrument(Dice& dice) {
    std::vector<std::string_view> sentences(instrument_sentences.begin(), instrument_sentences.end());
    dice.shuffle(sentences);
    sentences.resize(4);
    return fmt::format("{}", fmt::join(sentences, " "));
}

std::string person(Dice& dice) {
    constexpr std::array<std::string_view, 12> first{"Anna",  "Erik", "Åsa", "Lars",  "Karin",  "Göran",
                                                     "Märta", "Nils", "Eva", "Björn", "Ingrid", "Per"};
    constexpr std::array<std::string_view, 12> last{"Ek",     "Lindqvist", "Öberg",  "Sjödin",
                                                    "Wallin", "Åkerman",   "Holm",   "Norén",
                                                    "Dahl",   "Hägglund",  "Strand", "Bergvall"};
    return fmt::format("{} {}", dice.one_of(first), dice.one_of(last));
}

} // namespace typesetter
