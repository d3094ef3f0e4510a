#include "traits.h"

#include "dice.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace typesetter {

namespace {

using Values = std::vector<TraitValue>;

void add_content(std::vector<Trait>& list) {
    list.push_back({"edition", "edition of the instrument",
                    Values{{"2016", 45}, {"2010", 35}, {"2020", 15}, {"2002", 5}}});
    list.push_back({"kinds", "kinds of findings", Values{{"two", 70}, {"three", 30}}});
    list.push_back(
        {"list_length", "findings in a list", Values{{"normal", 75}, {"short", 12}, {"long", 13}}});
    list.push_back({"item_end", "how a finding ends", Values{{"bare", 65}, {"stop", 35}}});
    list.push_back({"empty_lists", "lists without a finding", Values{{"never", 85}, {"some", 15}}});
    list.push_back({"role_models", "municipalities named as role models",
                    Values{{"none", 70}, {"list", 12}, {"sentence", 10}, {"lead", 8}}});
    list.push_back({"halves", "points with halves", Values{{"none", 94}, {"comma", 4}, {"fraction", 2}}});
    list.push_back({"key_facts", "facts about the municipality",
                    Values{{"none", 55}, {"table", 20}, {"list", 15}, {"box", 10}}});
    list.push_back(
        {"history", "table of earlier evaluations",
         Values{{"none", 50}, {"years_across", 20}, {"years_down", 12}, {"difference", 10}, {"gaps", 8}}});
    list.push_back({"prose", "running text in an area",
                    Values{{"normal", 60}, {"short", 20}, {"long", 10}, {"none", 10}}});
}

void add_paper(std::vector<Trait>& list) {
    list.push_back({"paper", "size and way of the sheets",
                    Values{{"a4", 82}, {"a4_lying", 8}, {"letter", 5}, {"g5", 5}}});
    list.push_back({"margins", "white around the text",
                    Values{{"normal", 65}, {"narrow", 12}, {"wide", 12}, {"mirrored", 11}}});
    list.push_back({"face", "typeface of the text",
                    Values{{"carlito", 22},
                           {"liberation_sans", 20},
                           {"liberation_serif", 18},
                           {"caladea", 6},
                           {"c059", 6},
                           {"palladio", 6},
                           {"bookman", 3},
                           {"dejavu_sans", 4},
                           {"dejavu_serif", 3},
                           {"open_sans", 6},
                           {"lato", 6}}});
    list.push_back({"head_face", "typeface of the heads", Values{{"same", 65}, {"sans", 25}, {"serif", 10}}});
    list.push_back({"size", "size of the text in points",
                    Values{{"11", 45}, {"10", 25}, {"12", 15}, {"9", 10}, {"8", 5}}});
    list.push_back(
        {"leading", "distance of the lines", Values{{"normal", 70}, {"tight", 15}, {"loose", 15}}});
    list.push_back({"columns", "columns of running text", Values{{"one", 82}, {"two", 18}}});
    list.push_back({"alignment", "right edge of running text", Values{{"ragged", 65}, {"justified", 35}}});
    list.push_back({"hyphens", "words divided at the ends of lines", Values{{"none", 70}, {"yes", 30}}});
    list.push_back({"paragraphs", "how a paragraph begins", Values{{"gap", 82}, {"indent", 18}}});
    list.push_back({"colour", "colour of heads and fills",
                    Values{{"black", 40}, {"blue", 25}, {"green", 15}, {"red", 10}, {"orange", 10}}});
    list.push_back({"breaks", "where pages break", Values{{"kept", 60}, {"anywhere", 40}}});
}

void add_furniture(std::vector<Trait>& list) {
    list.push_back(
        {"page_head", "running head",
         Values{
             {"none", 40}, {"title", 20}, {"publisher", 15}, {"dated", 15}, {"two_lines", 5}, {"ruled", 5}}});
    list.push_back({"page_number", "form of the page number",
                    Values{{"plain", 32},
                           {"none", 10},
                           {"of", 14},
                           {"slash", 8},
                           {"sida", 8},
                           {"sida_av", 14},
                           {"dashes", 7},
                           {"sid", 7}}});
    list.push_back({"page_foot", "what stands beside the number at the foot",
                    Values{{"none", 65}, {"title", 15}, {"address", 10}, {"date", 10}}});
    list.push_back({"contents", "list of contents", Values{{"none", 45}, {"dots", 35}, {"plain", 20}}});
    list.push_back({"watermark", "a word across each page", Values{{"none", 95}, {"draft", 3}, {"pale", 2}}});
    list.push_back({"line_numbers", "numbers of lines in the margin", Values{{"none", 96}, {"fifth", 4}}});
    list.push_back({"footnotes", "notes at the feet of pages", Values{{"none", 80}, {"some", 20}}});
    list.push_back({"note_marks", "raised note marks in the score tables",
                    Values{{"none", 95}, {"question", 3}, {"figure", 2}}});
    list.push_back({"chart", "a chart of the areas' points",
                    Values{{"none", 60}, {"bars", 18}, {"columns", 14}, {"each_area", 8}}});
    list.push_back(
        {"summary", "a table of the areas' points", Values{{"none", 60}, {"table", 25}, {"sentence", 15}}});
    list.push_back({"prose_lists", "lists within running text", Values{{"none", 75}, {"some", 25}}});
    list.push_back({"cover", "first page",
                    Values{{"classic", 24},
                           {"one_line", 12},
                           {"month", 12},
                           {"days", 8},
                           {"capitals", 8},
                           {"two_words", 6},
                           {"letterhead", 10},
                           {"band", 12},
                           {"title_only", 8}}});
    list.push_back({"evaluators", "who evaluated",
                    Values{{"lines", 35}, {"labelled", 25}, {"one_line", 20}, {"none", 20}}});
    list.push_back({"chapters", "heads of chapters", Values{{"numbered", 60}, {"bare", 40}}});
}

void add_area(std::vector<Trait>& list) {
    list.push_back({"area_head", "head of an area",
                    Values{{"omrade", 24},
                           {"omrade_colon", 10},
                           {"omrade_dash", 6},
                           {"dot", 12},
                           {"number", 7},
                           {"section", 10},
                           {"huvudomrade", 5},
                           {"own_line", 7},
                           {"title", 9},
                           {"two_lines", 5},
                           {"capitals", 5}}});
    list.push_back({"area_head_dress", "how an area's head is set",
                    Values{{"bold", 60}, {"plain", 10}, {"band", 12}, {"ruled", 10}, {"centred", 8}}});
    list.push_back({"area_start", "where an area begins", Values{{"running", 60}, {"new_page", 40}}});
    list.push_back({"points_box", "an area's points and headings",
                    Values{{"table", 28},
                           {"sum_row", 11},
                           {"any_line", 8},
                           {"each_row", 5},
                           {"badge", 9},
                           {"line", 11},
                           {"sentence", 6},
                           {"beside_head", 8},
                           {"side_box", 6},
                           {"none", 8}}});
    list.push_back(
        {"box_words", "words over the points box",
         Values{{"rubriker", 55}, {"rubrik", 12}, {"delomraden", 12}, {"innehall", 11}, {"bedomt", 10}}});
    list.push_back({"box_rules", "rules of the points box",
                    Values{{"grid", 50}, {"horizontals", 20}, {"none", 15}, {"fill", 15}}});
    list.push_back({"order", "order of an area's parts",
                    Values{{"prose_findings_scores", 45},
                           {"scores_prose_findings", 20},
                           {"prose_scores_findings", 25},
                           {"findings_prose_scores", 10}}});
    list.push_back(
        {"part_heads", "heads over an area's parts", Values{{"none", 55}, {"words", 25}, {"numbered", 20}}});
}

void add_scores(std::vector<Trait>& list) {
    list.push_back(
        {"scores", "where the score tables stand", Values{{"end", 45}, {"area", 38}, {"long", 17}}});
    list.push_back({"score_rules", "rules of the score tables",
                    Values{{"grid", 30},
                           {"horizontals", 18},
                           {"booktabs", 14},
                           {"none", 12},
                           {"zebra", 12},
                           {"zebra_grid", 6},
                           {"frame", 4},
                           {"verticals", 4}}});
    list.push_back(
        {"number_form", "a question's number",
         Values{{"column", 55}, {"inside", 20}, {"none", 8}, {"short", 7}, {"dotted", 6}, {"colon", 4}}});
    list.push_back({"figure_order", "order of the figures",
                    Values{{"points_max_percent", 65},
                           {"max_points_percent", 20},
                           {"percent_points_max", 9},
                           {"points_percent_max", 6}}});
    list.push_back({"figure_form", "form of points and maximum",
                    Values{{"columns", 62}, {"slash", 12}, {"av", 10}, {"brackets", 8}, {"p", 8}}});
    list.push_back({"percent_form", "form of percents",
                    Values{{"tight", 40}, {"spaced", 27}, {"decimal", 9}, {"bare", 14}, {"none", 10}}});
    list.push_back(
        {"score_gaps", "cells without a figure", Values{{"never", 92}, {"dash", 4}, {"empty", 4}}});
    list.push_back({"score_words", "words over the score columns",
                    Values{{"uppnatt", 30},
                           {"uppnadd_poang", 18},
                           {"poang", 14},
                           {"erhallen", 10},
                           {"resultat", 10},
                           {"fick_av", 6},
                           {"utfall", 6},
                           {"none", 6}}});
    list.push_back({"score_head", "how the head row is set",
                    Values{{"bold", 55}, {"plain", 12}, {"filled", 18}, {"broken", 8}, {"spanning", 7}}});
    list.push_back({"head_repeat", "the head row again on each page", Values{{"no", 55}, {"yes", 45}}});
    list.push_back({"total_row", "row of the sums",
                    Values{{"summa", 36},
                           {"totalt", 18},
                           {"summa_omrade", 14},
                           {"summa_poang", 8},
                           {"bare", 8},
                           {"none", 6},
                           {"delsumma", 5},
                           {"resultat", 5}}});
    list.push_back(
        {"grand_total", "points of all areas", Values{{"none", 50}, {"row", 25}, {"sentence", 25}}});
    list.push_back({"figure_line", "line of a question on which its figures stand",
                    Values{{"first", 50}, {"middle", 30}, {"last", 20}}});
    list.push_back({"figure_side", "how figures lie in their column",
                    Values{{"centred", 40}, {"right", 35}, {"left", 25}}});
    list.push_back({"score_width", "width of the score tables", Values{{"full", 72}, {"narrow", 28}}});
    list.push_back({"score_rows", "rows that do not fit a page", Values{{"moved", 75}, {"split", 25}}});
    list.push_back({"score_title", "what tells a score table's area",
                    Values{{"heading", 55}, {"row", 20}, {"caption", 15}, {"caption_below", 10}}});
    list.push_back({"score_chapter", "head of the tables' chapter",
                    Values{{"oversikt", 40}, {"sammanstallning", 30}, {"bilaga", 15}, {"resultat", 15}}});
}

void add_findings(std::vector<Trait>& list) {
    list.push_back({"findings", "form of the findings",
                    Values{{"table", 26},
                           {"lists", 24},
                           {"paired", 9},
                           {"boxes", 10},
                           {"stacked", 7},
                           {"vertical", 8},
                           {"numbered", 5},
                           {"nested", 6},
                           {"rows", 5}}});
    list.push_back({"finding_rules", "rules of a table of findings",
                    Values{{"grid", 50}, {"horizontals", 20}, {"none", 18}, {"fill", 12}}});
    list.push_back({"finding_words", "heads of the findings",
                    Values{{"styrkor", 30},
                           {"capitals", 14},
                           {"starka_sidor", 10},
                           {"det_har", 8},
                           {"gor_bra", 7},
                           {"framgang", 7},
                           {"positivt", 6},
                           {"kommunens", 8},
                           {"fungerar", 5},
                           {"colon", 5}}});
    list.push_back(
        {"finding_head", "how those heads are set",
         Values{{"bold", 60}, {"italic", 10}, {"underlined", 8}, {"coloured", 16}, {"spaced", 6}}});
    list.push_back({"finding_order", "order of the kinds",
                    Values{{"strengths_first", 80}, {"weaknesses_between", 12}, {"improvements_first", 8}}});
    list.push_back({"bullet", "mark before a list's item",
                    Values{{"dot", 24},
                           {"big_dot", 7},
                           {"square", 7},
                           {"dash", 10},
                           {"hyphen", 5},
                           {"star", 3},
                           {"arrow", 4},
                           {"tick", 3},
                           {"ring", 3},
                           {"letter_o", 3},
                           {"guillemet", 2},
                           {"signs", 5},
                           {"drawn_dot", 6},
                           {"drawn_square", 3},
                           {"picture", 3},
                           {"indent", 4},
                           {"blank_line", 5},
                           {"number", 3}}});
    list.push_back(
        {"item_gap", "distance of a list's items", Values{{"none", 50}, {"small", 40}, {"line", 10}}});
}

std::vector<Trait> made() {
    std::vector<Trait> list;
    add_content(list);
    add_paper(list);
    add_furniture(list);
    add_area(list);
    add_scores(list);
    add_findings(list);
    return list;
}

const Trait& known(std::string_view name) {
    for (const Trait& trait : catalogue())
        if (trait.name == name) return trait;
    throw std::invalid_argument(fmt::format("no trait '{}' (typeset --list-traits names them)", name));
}

const std::string& thrown(const Trait& trait, std::uint64_t seed) {
    double whole = 0;
    for (const TraitValue& value : trait.values)
        whole += value.weight;
    double left = Dice(seed, trait.name).real() * whole;
    for (const TraitValue& value : trait.values)
        if ((left -= value.weight) < 0) return value.name;
    return trait.values.front().name;
}

} // namespace

const std::vector<Trait>& catalogue() {
    static const std::vector<Trait> list = made();
    return list;
}

Traits Traits::plain() {
    Traits traits;
    for (const Trait& trait : catalogue())
        traits.values_[trait.name] = trait.values.front().name;
    return traits;
}

Traits Traits::random(std::uint64_t seed) {
    Traits traits;
    for (const Trait& trait : catalogue())
        traits.values_[trait.name] = thrown(trait, seed);
    return traits;
}

void Traits::set(std::string_view name, std::string_view value) {
    const Trait& trait = known(name);
    if (std::none_of(trait.values.begin(), trait.values.end(),
                     [&](const TraitValue& candidate) { return candidate.name == value; }))
        throw std::invalid_argument(
            fmt::format("trait {} has no value '{}' (typeset --list-traits names them)", name, value));
    values_.find(name)->second = value;
}

const std::string& Traits::operator[](std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end())
        throw std::logic_error(fmt::format("trait '{}' is not in the catalogue", name));
    return found->second;
}

} // namespace typesetter
