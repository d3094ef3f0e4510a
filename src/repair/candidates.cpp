#include "repair/candidates.h"

#include "repair/words.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <queue>
#include <unordered_set>

namespace kompass::repair {
namespace {

constexpr std::size_t most_steps = 12'000;
constexpr std::size_t most_candidates = 12;
constexpr std::size_t longest_word = 60;
constexpr double dearest = 21;
constexpr double odd_capital = 4;   ///< a capital inside a word that is none
constexpr double new_part = 2.5;    ///< each joint of a compound
constexpr double odd_confusion = 1; ///< on top of its cost, in the order of the walk
constexpr double kept_letter = 2;   ///< a letter that stands there may be one all the same
constexpr std::size_t shortest_part = 3;
constexpr int most_parts = 3;

/// One letter of a candidate, and all that the walk knows there. Steps form a tree by `before`.
struct Step {
    double cost = 0;
    double noise = 0;
    Lexicon::Node node;
    std::uint32_t before = 0;
    char32_t letter = 0;
    std::uint16_t from = 0, at = 0; ///< the sign it was read from, the next sign to read
    std::uint16_t letters = 0, part_letters = 0;
    std::uint8_t lost = 0, kept = 0, odd = 0, parts = 1;
    bool left_out = false; ///< a letter that left nothing behind was put in
};

class Walk {
public:
    Walk(const Lexicon& lexicon, const Confusions& confusions, const CandidateQuery& query)
        : lexicon_(lexicon), confusions_(confusions), query_(query) {
        const auto small = [](char32_t c) { return unicode::is_letter(c) && !unicode::is_upper(c); };
        all_capitals_ = std::none_of(query.seen.begin(), query.seen.end(), small);
        for (const char32_t c : query.seen)
            lowered_ += unicode::to_lower(c);
    }

    std::vector<Candidate> run() {
        push(Step{});
        while (!open_.empty() && steps_.size() < most_steps && found_.size() < most_candidates) {
            const auto index = open_.top().second;
            open_.pop();
            if (steps_[index].at == lowered_.size()) take(index);
            expand(index);
        }
        return std::move(found_);
    }

private:
    void push(const Step& step) {
        if (step.cost > dearest) return;
        open_.emplace(-step.cost, static_cast<std::uint32_t>(steps_.size()));
        steps_.push_back(step);
    }

    void expand(std::uint32_t index) {
        const Step step = steps_[index];
        if (step.parts < most_parts && step.part_letters >= shortest_part &&
            (step.node.forms & begins_compound) != 0 && lowered_.size() - step.at >= shortest_part)
            begin_part(step);
        if (!step.left_out)
            for (const auto& confusion : confusions_.of_nothing())
                follow(index, step, confusion);
        if (step.at == lowered_.size()) return;
        stand(index, step);
        const char32_t raw = query_.seen[step.at];
        const char32_t small = lowered_[step.at];
        for (const auto& confusion : confusions_.beginning_with(small))
            follow(index, step, confusion);
        if (raw != small)
            for (const auto& confusion : confusions_.beginning_with(raw))
                follow(index, step, confusion);
    }

    /// The same place, but at the beginning of a compound's next part.
    void begin_part(Step step) {
        step.node = Lexicon::Node{};
        step.cost += new_part;
        step.part_letters = 0;
        ++step.parts;
        push(step);
    }

    /// The sign is the letter that it shows.
    void stand(std::uint32_t index, const Step& step) {
        const char32_t letter = lowered_[step.at];
        auto next = letter_after(index, step, letter);
        if (!next) return;
        next->at = static_cast<std::uint16_t>(step.at + 1);
        if (!all_capitals_ && step.at > 0 && unicode::is_upper(query_.seen[step.at])) {
            next->cost += odd_capital;
            next->noise += odd_capital;
        }
        if (text::is_swedish_letter(letter)) {
            ++next->kept;
            next->cost += kept_letter;
        }
        push(*next);
    }

    void follow(std::uint32_t index, const Step& step, const Confusion& confusion) {
        const auto end = step.at + confusion.seen.size();
        const auto matches = [&](const std::u32string_view text) {
            return text.substr(step.at, confusion.seen.size()) == confusion.seen;
        };
        if (end > lowered_.size() || !(matches(lowered_) || matches(query_.seen))) return;
        if (query_.break_at > step.at && query_.break_at < end) return;
        std::optional<Step> next = step;
        for (std::size_t i = 0; i < confusion.meant.size(); ++i) {
            next = letter_after(index, *next, confusion.meant[i]);
            if (!next) return;
            if (i + 1 < confusion.meant.size()) {
                steps_.push_back(*next);
                index = static_cast<std::uint32_t>(steps_.size() - 1);
            }
        }
        next->at = static_cast<std::uint16_t>(end);
        next->noise += confusion.cost;
        next->cost += confusion.cost + (confusion.swedish ? 0 : odd_confusion);
        ++(confusion.swedish ? next->lost : next->odd);
        next->left_out = confusion.seen.empty();
        push(*next);
    }

    [[nodiscard]] std::optional<Step> letter_after(std::uint32_t index, const Step& step,
                                                   char32_t letter) const {
        const auto code = Lexicon::code_of(letter);
        const auto node = code ? lexicon_.step(step.node, *code) : std::nullopt;
        if (!node) return std::nullopt;
        Step next = step;
        next.node = *node;
        next.before = index;
        next.letter = letter;
        next.from = step.at;
        ++next.letters;
        ++next.part_letters;
        return next;
    }

    void take(std::uint32_t index) {
        const Step& step = steps_[index];
        const bool fits = step.parts > 1
                              ? (step.node.forms & ends_compound) != 0 && step.part_letters >= shortest_part
                              : (step.node.forms & whole_word) != 0;
        const bool begins = query_.first_part && (step.node.forms & begins_compound) != 0;
        if (step.letters == 0 || !(fits || begins)) return;
        Candidate candidate;
        candidate.word.resize(step.letters);
        candidate.from.resize(step.letters);
        std::vector<std::size_t> part_ends;
        for (auto at = index; steps_[at].letters > 0; at = steps_[at].before) {
            candidate.word[steps_[at].letters - 1U] = steps_[at].letter;
            candidate.from[steps_[at].letters - 1U] = steps_[at].from;
            if (steps_[at].parts > 1 && steps_[at].part_letters == 1)
                part_ends.push_back(steps_[at].letters - 1U);
        }
        if (!seen_.insert(candidate.word).second) return;
        candidate.noise = step.noise;
        candidate.lost = step.lost;
        candidate.kept = step.kept;
        candidate.odd = step.odd;
        candidate.parts = step.parts;
        weigh(candidate, part_ends, fits);
        found_.push_back(std::move(candidate));
    }

    void weigh(Candidate& candidate, std::vector<std::size_t> part_ends, bool is_word) const {
        const auto key = Lexicon::key_of(unicode::utf8(candidate.word));
        if (const auto cost = lexicon_.word_cost(key)) {
            candidate.language = *cost;
            candidate.key = key;
            candidate.parts = 1;
        } else if (candidate.parts == 1) {
            candidate.language = uncounted_word + (is_word ? 0 : 1);
        } else {
            std::sort(part_ends.begin(), part_ends.end());
            part_ends.push_back(candidate.word.size());
            candidate.language = cost_of_compound(candidate.word, part_ends);
        }
    }

    /// Compounds of frequent parts are likelier; each joint costs.
    [[nodiscard]] double cost_of_compound(const std::u32string& word,
                                          const std::vector<std::size_t>& ends) const {
        constexpr double any_compound = 12;
        constexpr double share = 0.3;
        double cost = any_compound + (static_cast<double>(ends.size()) - 1) * new_part;
        std::size_t begin = 0;
        for (const auto end : ends) {
            cost += share * cost_of_part(word.substr(begin, end - begin));
            begin = end;
        }
        return cost;
    }

    [[nodiscard]] double cost_of_part(std::u32string part) const {
        const auto cost = [&] { return lexicon_.word_cost(Lexicon::key_of(unicode::utf8(part))); };
        if (const auto whole = cost()) return *whole;
        if (part.back() == U's') {
            part.pop_back();
            if (const auto stem = cost()) return *stem;
        }
        return uncounted_word;
    }

    const Lexicon& lexicon_;
    const Confusions& confusions_;
    const CandidateQuery& query_;
    std::u32string lowered_;
    bool all_capitals_ = false;
    std::vector<Step> steps_;
    std::priority_queue<std::pair<double, std::uint32_t>> open_;
    std::unordered_set<std::u32string> seen_;
    std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> CandidateSearch::candidates(const CandidateQuery& query) const {
    if (query.seen.empty() || query.seen.size() > longest_word) return {};
    return Walk(lexicon_, confusions_, query).run();
}

} // namespace kompass::repair
