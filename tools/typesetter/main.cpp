// The command line of tools/typeset.
#include "edition.h"
#include "record_maker.h"
#include "report.h"
#include "scan.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <optional>

namespace {

namespace fs = std::filesystem;
using namespace typesetter;

struct Order {
    std::uint64_t seed = 1;
    int count = 1;
    bool plain = false, singles = false, list = false;
    std::vector<std::string> fixed;
    std::string record, plans, scan;
    fs::path out = "typeset-out";
};

/// One layout to set.
struct Plan {
    std::string name;
    std::uint64_t seed;
    Traits traits;
};

Traits traits_of(const Order& order, std::uint64_t seed) {
    Traits traits = order.plain || order.singles ? Traits::plain() : Traits::random(seed);
    for (const std::string& one : order.fixed) {
        const std::size_t equals = one.find('=');
        if (equals == std::string::npos)
            throw std::invalid_argument(fmt::format("--trait wants NAME=VALUE, not '{}'", one));
        traits.set(one.substr(0, equals), one.substr(equals + 1));
    }
    return traits;
}

std::vector<Plan> random_plans(const Order& order) {
    std::vector<Plan> plans;
    for (int i = 0; i < order.count; ++i) {
        const std::uint64_t seed = order.seed + static_cast<std::uint64_t>(i);
        plans.push_back({fmt::format("layout-{:06}", seed), seed, traits_of(order, seed)});
    }
    return plans;
}

std::vector<Plan> single_plans(const Order& order) {
    std::vector<Plan> plans{{"plain", order.seed, traits_of(order, order.seed)}};
    for (const Trait& trait : catalogue())
        for (std::size_t i = 1; i < trait.values.size(); ++i) {
            Plan plan{fmt::format("{}-{}", trait.name, trait.values[i].name), order.seed,
                      plans.front().traits};
            plan.traits.set(trait.name, trait.values[i].name);
            plans.push_back(std::move(plan));
        }
    return plans;
}

/// One JSON object a line: {"name": …, "seed": …, "traits": {name: value, …}}; traits left out are plain.
std::vector<Plan> read_plans(const std::string& file) {
    std::ifstream opened;
    if (file != "-") opened.open(file);
    std::istream& in = file == "-" ? std::cin : opened;
    if (!in) throw std::runtime_error(fmt::format("{}: cannot be read", file));
    std::vector<Plan> plans;
    for (std::string line; std::getline(in, line);) {
        const nlohmann::json object = nlohmann::json::parse(line);
        Plan plan{object.at("name"), object.at("seed"), Traits::plain()};
        const nlohmann::json traits = object.value("traits", nlohmann::json::object());
        for (const auto& [name, value] : traits.items())
            plan.traits.set(name, value.get<std::string>());
        plans.push_back(std::move(plan));
    }
    return plans;
}

void print_traits() {
    for (const Trait& trait : catalogue()) {
        fmt::print("{}: {}\n", trait.name, trait.about);
        double whole = 0;
        for (const TraitValue& value : trait.values)
            whole += value.weight;
        for (const TraitValue& value : trait.values)
            fmt::print("    {:24} {:5.1f} %\n", value.name, 100 * value.weight / whole);
    }
}

/// A given record fixes the traits that say what there is to print.
void adapt(Traits& traits, const Record& record) {
    traits.set("edition", record.edition.empty() ? "2016" : record.edition);
    const auto any = [&](auto has) { return std::any_of(record.areas.begin(), record.areas.end(), has); };
    if (record.history.empty())
        traits.set("history", "none");
    else if (traits.is("history", "none"))
        traits.set("history", "years_across");
    if (!any([](const Area& area) { return area.box_points.has_value(); })) traits.set("points_box", "none");
    if (!any([](const Area& area) { return !area.role_models.empty(); }))
        traits.set("role_models", "none");
    else if (traits.is("role_models", "none"))
        traits.set("role_models", "list");
}

class Workshop {
public:
    explicit Workshop(const Order& order) : order_(order), source_(TYPESETTER_SOURCE_DIR) {
        municipalities_ = read_municipalities(source_ / "corpus" / "municipalities.csv");
        if (!order.record.empty()) given_ = read_record(order.record);
        if (!order.scan.empty()) scan_ = parse_scan(order.scan);
        fs::create_directories(order.out / "pdf");
        fs::create_directories(order.out / "gold");
        manifest_.open(order.out / "manifest.csv");
        manifest_ << "file,seed,pages";
        for (const Trait& trait : catalogue())
            manifest_ << ',' << trait.name;
        manifest_ << '\n';
    }

    void set(Plan plan) {
        if (given_) adapt(plan.traits, *given_);
        const Record full =
            given_ ? *given_
                   : make_record(edition(plan.traits["edition"]), municipalities_, plan.traits, plan.seed);
        const Record record = as_printed(full, plan.traits, plan.seed);
        const int pages = scan_ ? print(record, plan) : typeset(record, plan);
        std::ofstream gold(order_.out / "gold" / (plan.name + ".json"));
        gold << to_json(record).dump(1) << '\n';
        manifest_ << fmt::format("{},{},{}", plan.name, plan.seed, pages);
        for (const Trait& trait : catalogue())
            manifest_ << ',' << plan.traits[trait.name];
        manifest_ << '\n';
        if (!gold.flush() || !manifest_.flush())
            throw std::runtime_error(fmt::format("{}: cannot be written", order_.out.string()));
    }

private:
    const Edition& edition(const std::string& id) {
        const auto found = editions_.find(id);
        return found != editions_.end()
                   ? found->second
                   : editions_.emplace(id, read_edition(source_ / "rules", id)).first->second;
    }

    int typeset(const Record& record, const Plan& plan) const {
        PdfSheets sheets(order_.out / "pdf" / (plan.name + ".pdf"),
                         fmt::format("Kommunkompassen {} {}", record.name, record.year));
        const int pages = set_report(record, plan.traits, plan.seed, sheets);
        sheets.finish();
        return pages;
    }

    int print(const Record& record, const Plan& plan) const {
        Scanner scanner(*scan_, plan.seed);
        const int pages = set_report(record, plan.traits, plan.seed, scanner.sheets());
        scanner.write(order_.out / "pdf" / plan.name);
        return pages;
    }

    const Order& order_;
    fs::path source_;
    std::vector<Municipality> municipalities_;
    std::map<std::string, Edition> editions_;
    std::optional<Record> given_;
    std::optional<ScanOptions> scan_;
    std::ofstream manifest_;
};

void describe(CLI::App& app, Order& order) {
    app.description(
        "Sets Kommunkompassen records as PDFs in layouts at random, with the gold record of each.\n\n"
        "OUT/pdf/NAME.pdf       the report (with --scan perhaps .tiff or NAME-1.jpg)\n"
        "OUT/gold/NAME.json     what a careful person takes from it\n"
        "OUT/manifest.csv       the value of each trait, a line a report\n");
    app.footer("A layout is a value of each trait (--list-traits). The record and the layout come from the "
               "seed; a layout whose\n"
               "traits are changed keeps its record, but for the traits that say what there is to print.\n\n"
               "Examples:\n"
               "  tools/typeset --seed 1 --count 20 --out /tmp/layouts\n"
               "  tools/typeset --plain --trait figure_form=slash --trait scores=long --out /tmp/one\n"
               "  tools/typeset --record corpus/gold/tallmo-2017.json --count 5 --out /tmp/tallmo\n"
               "  tools/typeset --singles --out /tmp/singles\n"
               "  tools/typeset --scan dpi=150,skew=0.8,noise=10,shadow=0.3 --out /tmp/scan\n"
               "  tools/typeset --scan fax --out /tmp/fax");
    app.add_option("--seed", order.seed, "of the first layout; each further one has the next")
        ->capture_default_str();
    app.add_option("--count", order.count, "layouts to set")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--trait", order.fixed, "NAME=VALUE: fix a trait; may be repeated");
    app.add_flag("--plain", order.plain, "every trait plain but those fixed, instead of at random");
    app.add_flag("--singles", order.singles, "the plain layout, and one for each other value of each trait");
    app.add_option("--plans", order.plans,
                   "FILE of layouts, one JSON object a line (- is standard input): name, seed, traits (those "
                   "left out are plain)");
    app.add_option("--record", order.record, "set this record (a gold file) instead of one at random");
    app.add_option(
        "--scan", order.scan,
        "print and scan: dpi=, skew=, noise=, blur=, shadow=, jpeg=, fax, photo, form=pdf|tiff|jpeg");
    app.add_option("--out", order.out, "directory to write to")->capture_default_str();
    app.add_flag("--list-traits", order.list, "print the traits, their values and how often each is thrown");
}

int run(const Order& order) {
    if (order.list) {
        print_traits();
        return 0;
    }
    const std::vector<Plan> plans = !order.plans.empty() ? read_plans(order.plans)
                                    : order.singles      ? single_plans(order)
                                                         : random_plans(order);
    Workshop workshop(order);
    for (const Plan& plan : plans)
        workshop.set(plan);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    Order order;
    CLI::App app;
    app.name("tools/typeset");
    describe(app, order);
    CLI11_PARSE(app, argc, argv);
    try {
        return run(order);
    } catch (const std::invalid_argument& trouble) {
        fmt::print(stderr, "typeset: {}\n", trouble.what());
        return 1;
    } catch (const std::exception& trouble) {
        fmt::print(stderr, "typeset: {}\n", trouble.what());
        return 2;
    }
}
