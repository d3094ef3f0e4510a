// What the pages of the site say, by key: the one place that holds their Swedish. Words of the reports
// themselves (titles, questions, findings) are not among them.
//
// say() is evaluated by the compiler: a key that is not here, or words whose places {} do not fit what is put
// into them, do not compile. Terms are the reports' own: Område, Uppnått, Max, Styrkor, Förbättringsområden.
#pragma once

#include <array>
#include <stdexcept>
#include <string_view>

namespace kompass::publish::site {

struct Wording {
    std::string_view key, words;
};

inline constexpr auto wordings = std::to_array<Wording>({
    // Everywhere
    {"site.name", "Kommunkompassens resultat"},
    {"site.skip", "Till innehållet"},
    {"site.nav", "Sidor"},
    {"site.crumbs", "Du är här"},
    {"site.start", "Start"},
    {"site.municipalities", "Kommuner"},
    {"site.areas", "Områden"},
    {"site.editions", "Utgåvor"},
    {"site.about", "Om siffrorna"},
    {"site.footer", "Sammanställt ur kommunernas publicerade rapporter med kompass. Varje siffra går att "
                    "följa till sin källa."},
    {"unknown.municipality", "Okänd kommun"},
    {"unknown.year", "okänt år"},
    {"unknown.county", "Län ej angivet"},
    {"edition", "utgåva {}"},
    {"Edition", "Utgåva {}"},
    {"edition.none", "utgåva ej angiven"},
    {"area", "Område {}"},
    {"reports.1", "{} rapport"},
    {"reports.n", "{} rapporter"},
    {"municipalities.1", "{} kommun"},
    {"municipalities.n", "{} kommuner"},
    {"points.of", "{} av {}"},
    {"table.behind", "Visa siffrorna bakom diagrammet"},
    // Heads of columns
    {"col.area", "Område"},
    {"col.question", "Fråga"},
    {"col.points", "Uppnått"},
    {"col.max", "Max"},
    {"col.percent", "Procent"},
    {"col.sum", "Summa"},
    {"col.all", "Alla områden"},
    {"col.rank", "Plats"},
    {"col.municipality", "Kommun"},
    {"col.year", "År"},
    {"col.edition", "Utgåva"},
    {"col.total", "Totalt"},
    {"col.change", "Ändring"},
    {"col.reports", "Rapporter"},
    {"col.mean", "Medel"},
    {"col.median", "Median"},
    {"col.lower", "Undre kvartil"},
    {"col.upper", "Övre kvartil"},
    {"col.distance", "Avstånd"},
    {"col.where", "Siffra"},
    {"col.read", "Läst"},
    {"col.holds", "Gäller"},
    {"col.state", "Skick"},
    {"col.why", "Varför"},
    {"col.by", "Vem"},
    {"col.when", "När"},
    // Signs
    {"signs.head", "Tecken vid siffrorna"},
    {"sign.doubtful", "ska kontrolleras av en person"},
    {"sign.inconsistent", "står som i rapporten, men andra siffror säger emot"},
    {"sign.repaired", "felläst, och rättad med hjälp av de andra siffrorna"},
    {"sign.decided", "avgjord av en person"},
    {"sign.other", "ur en annan fil om samma utvärdering"},
    {"state.sound", "utan anmärkning"},
    {"state.doubtful", "tveksam"},
    {"state.inconsistent", "motsägs"},
    {"state.repaired", "rättad"},
    {"state.decided", "avgjord"},
    {"state.other", "ur annan fil"},
    // Charts
    {"chart.band", "mittersta hälften av rapporterna i utgåva {}"},
    {"chart.median", "median i utgåva {}"},
    {"chart.medians", "median"},
    {"chart.bands", "mittersta hälften av rapporterna"},
    {"chart.dot", "en rapport"},
    {"chart.own", "enligt egen rapport"},
    {"chart.told", "enligt en annan rapport eller utgåva"},
    {"chart.unsure", "tveksam eller motsagd siffra"},
    {"chart.profile", "{}: de åtta områdena"},
    {"chart.trend", "{}: poäng totalt genom åren"},
    {"chart.spread", "Så fördelar sig {}"},
    {"chart.desc.row", "{}: {}; median {}. "},
    {"chart.desc.spread", "{}: {}, lägst {}, median {}, högst {}. "},
    {"chart.desc.point", "{} ({}): {}. "},
    // Warnings
    {"warn.editions", "Poäng enligt olika utgåvor går inte att jämföra: frågorna och poängskalan ändrades "
                      "däremellan. Därför skiljs utgåvorna åt, "
                      "och ingen ändring räknas över gränsen."},
    {"warn.doubtful",
     "{} av rapportens siffror är tveksamma eller motsägs av andra. De bär ett tecken och listas under "},
    {"warn.doubtful.1",
     "En av rapportens siffror är tveksam eller motsägs av andra. Den bär ett tecken och listas under "},
    {"warn.parts", "Rapporten är inte fullständigt återgiven: "},
    // Start
    {"start.title", "Hur väl styrs Sveriges kommuner?"},
    {"start.lead", "Kommunkompassen poängsätter hur en kommun styrs: åtta områden om högst 100 poäng. Här "
                   "finns resultaten ur {} om {}, {}, med varje siffras skick och källa."},
    {"start.empty", "Arkivet innehåller ännu inga rapporter."},
    {"start.editions", "Utgåvorna var för sig"},
    {"start.spread", "totalpoängen i varje utgåva"},
    {"start.years", "Rapporter efter år och utgåva"},
    {"start.newest", "Senaste utvärderingarna"},
    {"start.counties", "Kommuner efter län"},
    {"start.areas", "De åtta områdena"},
    {"start.state", "Siffrornas skick"},
    {"start.state.lead", "Av arkivets {} siffror är så många:"},
    {"start.whole", "I {} av {} är alla delar återgivna."},
    {"start.municipality", "kommun"},
    {"start.municipalities", "kommuner"},
    {"start.report", "rapport"},
    {"start.reports", "rapporter"},
    {"start.figures", "siffror"},
    // Municipality
    {"town.lead", "{} i Kommunkompassen."},
    {"town.evaluations", "Utvärderingar"},
    {"town.profile", "Profil {}"},
    {"town.findings", "Styrkor och förbättringsområden {}"},
    {"town.findings.link", "Läs dem i rapporten"},
    {"town.models", "Förebilder"},
    {"town.models.names", "{} nämner"},
    {"town.models.named", "{} nämns av"},
    {"town.similar", "Kommuner med liknande profil"},
    {"town.similar.note", "Avståndet är hur många procentenheter områdena skiljer sig åt i genomsnitt (roten "
                          "ur medelkvadraten), inom utgåva {}."},
    {"town.download", "Ladda ned"},
    {"town.download.areas", "Områden (CSV)"},
    {"town.download.questions", "Frågor (CSV)"},
    {"town.download.all", "Allt om kommunen (JSON)"},
    {"town.told", "enligt rapporten {}"},
    {"town.other_scoring", "poängsatt även enligt denna utgåva"},
    {"town.no_models", "Inga förebilder är nämnda."},
    {"town.choose", "Det finns flera utvärderingar detta år."},
    // Report
    {"report.evaluated", "utvärderad {}"},
    {"report.total", "poäng av {}"},
    {"report.points", "poäng"},
    {"report.rank", "plats i utgåva {}"},
    {"report.parts", "delar återgivna"},
    {"report.unsure.1", "siffra att se upp med"},
    {"report.unsure", "siffror att se upp med"},
    {"report.profile", "Profil"},
    {"report.areas", "Områdena"},
    {"report.box", "Rutan Rubriker/Poäng anger"},
    {"report.strengths", "Styrkor"},
    {"report.improvements", "Förbättringsområden"},
    {"report.weaknesses", "Svagheter"},
    {"report.inspiration", "Inspiration"},
    {"report.none", "Rapporten anger inga."},
    {"report.history", "Tidigare utvärderingar enligt rapporten"},
    {"report.scoring", "Poäng enligt {}, som rapporten också anger"},
    {"report.state", "Siffror att se upp med"},
    {"report.state.none", "Ingen siffra är tveksam, rättad, avgjord eller motsagd."},
    {"report.checks", "Det som inte går ihop"},
    {"report.checks.says", "Där står {}; väntat {}."},
    {"report.checks.published", "Så är det med rapportens egna siffror, innan rättelserna."},
    {"report.checks.effective", "Så är det med de rättade siffrorna."},
    {"values.of", " av "},
    {"values.or", " eller "},
    {"values.above", "ett max över 0"},
    {"report.decisions", "Rättelser av personer"},
    {"report.decisions.none", "Ingen har rättat något."},
    {"report.decision.unstated", "anges inte i rapporten"},
    {"report.account", "Delar"},
    {"report.account.whole", "Alla {} delar som rapporten väntas ha är återgivna."},
    {"report.account.none", "Delarna är inte genomgångna."},
    {"report.origin", "Källa"},
    {"report.origin.file", "Fil"},
    {"report.origin.hash", "SHA-256"},
    {"report.origin.url", "Adress"},
    {"report.origin.publisher", "Utgivare"},
    {"report.origin.retrieved", "Hämtad"},
    {"report.origin.licence", "Licens"},
    {"report.origin.note", "Anmärkning"},
    {"report.origin.former", "Annan fil om samma utvärdering"},
    {"report.facts", "Fakta i rapporten"},
    {"report.evaluators", "Utvärderare"},
    {"report.interviewees", "Intervjuade"},
    {"report.interviewees.n", "omkring {}"},
    {"report.key", "Nyckel"},
    {"report.missing", "saknas"},
    {"report.damaged", "skadad"},
    {"report.page.hint", "Välj en siffra för att se dess plats på rapportens sida."},
    // Pages of the source
    {"page.title", "{}, sidan {}"},
    {"page.alt", "Sidan {} i rapporten"},
    {"page.lead", "Siffrorna på sidan är inramade. Välj en för att komma till den i rapporten."},
    {"page.before", "Sidan {}"},
    {"page.back", "Till rapporten"},
    // Area
    {"area.lead", "Rapporterna inom varje utgåva, bäst först. Utgåvorna jämförs inte med varandra."},
    {"area.ranking", "Rangordning"},
    {"area.best", "Vad de främsta får beröm för"},
    {"area.questions", "Frågor"},
    // Edition
    {"edition.lead", "{} enligt {}."},
    {"edition.areas", "Områdena i utgåvan"},
    {"edition.totals", "Totalpoäng"},
    // Question
    {"question.lead",
     "Fråga {} i {}. Rangordnad efter procent av max, eftersom max kan skilja mellan rapporter."},
    {"question.wordings", "Så ställs frågan"},
    {"question.asked", "i {}"},
    {"question.none", "Ingen rapport anger något."},
    // About
    {"about.title", "Om siffrorna"},
    {"about.what", "Varje tal på dessa sidor är det som gäller i arkivet: rapportens egen siffra, eller det "
                   "en person har avgjort efter att ha sett "
                   "rapporten. En siffra som är tveksam, rättad, motsagd eller avgjord bär ett tecken, och "
                   "varje sida förklarar sina tecken längst ned."},
    {"about.editions",
     "Kommunkompassen har reviderats flera gånger. Varje omarbetning kallas här en utgåva. Poäng jämförs, "
     "rangordnas och sammanfattas bara "
     "inom en utgåva. Om en rapport poängsätts enligt två utgåvor räknas den egna; den andra visas för sig."},
    {"about.statistics", "Medel, median och kvartiler är av alla rapporter i utgåvan som anger siffran, även "
                         "tveksamma; en kommun som utvärderats två gånger i "
                         "samma utgåva räknas två gånger. Kvartilerna ligger vid behov mellan två rapporters "
                         "siffror, i proportion (som KVARTIL.INK i kalkylprogram), "
                         "och visas först vid fyra rapporter. Frågor jämförs i procent av max."},
    {"about.parts", "Av varje rapport bokförs vilka delar som väntas och vilka som är återgivna. Det som "
                    "saknas eller är skadat står på rapportens sida."},
    {"about.rights", "Poäng, namn och datum är fakta. Formuleringar av frågor, styrkor och "
                     "förbättringsområden är rapporternas egna."},
    {"about.english", "Arkivets egna förklaringar till kontroller och saknade delar är på engelska."},
    {"about.files",
     "Sidorna fungerar utan server och utan JavaScript, från en mapp, ett minne eller en webbplats."},
    // Cells
    {"cell.points", "uppnått"},
    {"cell.max", "max"},
    {"cell.percent", "procent"},
    {"cell.text", "text"},
    {"cell.title", "rubrik"},
    {"cell.box", "rutans poäng"},
    {"cell.strengths", "styrkor"},
    {"cell.improvements", "förbättringsområden"},
    {"cell.weaknesses", "svagheter"},
    {"cell.models", "förebilder"},
    {"cell.municipality", "kommun"},
    {"cell.year", "år"},
    {"cell.month", "månad"},
    {"cell.ordinal", "utvärderingens ordning"},
    {"cell.interviewees", "antal intervjuade"},
    {"cell.date", "rapportens datum"},
    {"cell.edition", "utgåva"},
    {"cell.area", "område {}"},
    {"cell.total", "område {}, summa"},
    {"cell.grand", "alla områden"},
    {"cell.history", "tidigare utvärdering {}"},
    {"cell.scoring", "andra poängsättningen, "},
    {"part.title", "rubrik"},
    {"part.box", "ruta med poäng"},
    {"part.table", "poängtabell"},
    {"part.strengths", "styrkor"},
    {"part.improvements", "förbättringsområden"},
    {"part.weaknesses", "svagheter"},
    {"part.models", "inspiration"},
    {"part.history", "tidigare utvärderingar"},
    {"part.facts", "fakta om kommunen"},
    {"part.identity", "vem som utvärderats och när"},
    {"part.page", "sidan {}"},
    {"part.of_area", " i område {}"},
});

/// The words of a key.
consteval std::string_view say(std::string_view key) {
    for (const auto& wording : wordings)
        if (wording.key == key) return wording.words;
    throw std::logic_error("there are no words of this key");
}

inline constexpr std::array<std::string_view, 12> months = {"januari",   "februari", "mars",     "april",
                                                            "maj",       "juni",     "juli",     "augusti",
                                                            "september", "oktober",  "november", "december"};

} // namespace kompass::publish::site
