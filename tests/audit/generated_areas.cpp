#include "generated_areas.h"

#include "model/figures.h"
#include "sample_reports.h"

#include <cmath>
#include <cstddef>
#include <string>

namespace kompass::audit::sample {
namespace {

/// Scores are whole multiples of 1/1000 point, so that rounding is exact; halves are rounded up.
int rounded(long long number, long long divisor) {
    return static_cast<int>((2 * number + divisor) / (2 * divisor));
}

int one_of(const std::vector<int>& numbers, Random& random) {
    return numbers[std::uniform_int_distribution<std::size_t>(0, numbers.size() - 1)(random)];
}

/// In the grain.
Decimal points_of(long long thousandths, Grain grain) {
    const auto step = step_of(grain).tenths();
    return Decimal::from_tenths(step * rounded(thousandths, 100 * step));
}

/// A half goes up.
int percent_of_hundred(Decimal points) {
    return rounded(points.tenths(), 10);
}

Record record_of(const std::vector<int>& maxima, Random& random, Grain grain = Grain::whole) {
    std::vector<Score> rows;
    long long sum = 0;
    for (const int max : maxima) {
        const long long x = std::uniform_int_distribution<int>(0, 1000 * max)(random);
        rows.push_back(score(points_of(x, grain), max, rounded(x, 10LL * max)));
        sum += x;
    }
    Record record;
    const auto total = points_of(sum, grain);
    record.areas = {area(1, score(total, 100, percent_of_hundred(total)), rows)};
    return record;
}

} // namespace

Record published_record(Random& random) {
    static const std::vector<std::vector<int>> real_maxima{
        {15, 20, 25, 30, 10},     {15, 25, 20, 20, 20},         {15, 25, 25, 20, 15},
        {15, 10, 20, 15, 20, 20}, {15, 15, 25, 15, 20, 10},     {15, 25, 15, 15, 15, 15},
        {15, 25, 20, 20, 20},     {15, 15, 15, 15, 10, 15, 15}, {15, 20, 20, 10, 20, 15}};
    const auto which = std::uniform_int_distribution<std::size_t>(0, real_maxima.size() - 1)(random);
    return record_of(real_maxima[which], random);
}

Record small_published_record(Random& random, int questions, Grain grain) {
    std::vector<int> maxima;
    int left = 100;
    for (int i = 1; i < questions; ++i) {
        maxima.push_back(one_of({15, 20, 25, 30}, random));
        left -= maxima.back();
    }
    maxima.push_back(left);
    return record_of(maxima, random, grain);
}

Evidence sure_evidence() {
    Evidence evidence;
    evidence.ocr_pages = {1};
    return evidence;
}

Misreader::Misreader(const rules::DigitMisreadings& misreadings) : readings_(101) {
    for (int read = 0; read <= 100; ++read)
        for (const auto& printed : misreadings.printed_for(read))
            readings_.at(static_cast<std::size_t>(printed.value.whole()))
                .push_back({read, printed.usual, printed.probability});
}

int Misreader::draw(const std::vector<Reading>& readings, bool only_usual, Random& random) const {
    double whole = 0;
    for (const auto& reading : readings)
        if (reading.usual || !only_usual) whole += reading.probability;
    double left = std::uniform_real_distribution<>(0, whole)(random);
    int last = 0;
    for (const auto& reading : readings) {
        if (only_usual && !reading.usual) continue;
        last = reading.value;
        left -= reading.probability;
        if (left < 0) break;
    }
    return last;
}

int Misreader::misread(int printed, Random& random) const {
    return draw(readings_.at(static_cast<std::size_t>(printed)), false, random);
}

int Misreader::misread_usually(int printed, Random& random) const {
    return draw(readings_.at(static_cast<std::size_t>(printed)), true, random);
}

int Misreader::misread(Record& record, double rate_a_digit, Random& random) const {
    int misread_figures = 0;
    for (const auto& figure : figures(record)) {
        const auto digits = static_cast<double>((*figure.value)->text().size());
        const double rate = 1 - std::pow(1 - rate_a_digit, digits);
        if (std::uniform_real_distribution<>(0, 1)(random) >= rate) continue;
        *figure.value = misread(static_cast<int>((*figure.value)->whole()), random);
        ++misread_figures;
    }
    return misread_figures;
}

} // namespace kompass::audit::sample
