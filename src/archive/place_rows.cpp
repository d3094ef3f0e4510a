#include "archive/place_rows.h"

namespace kompass::archive {

Values place_row(std::int64_t owner, int position, const Place& place) {
    Values values{owner, position, place.page};
    if (place.box)
        values.insert(values.end(), {place.box->x0, place.box->y0, place.box->x1, place.box->y1});
    else
        values.resize(values.size() + 4, std::nullopt);
    return values;
}

Place place_of(const Row& row) {
    Place place{row.integer("page"), std::nullopt};
    if (!row.is_null("x0")) place.box = Box{row.real("x0"), row.real("y0"), row.real("x1"), row.real("y1")};
    return place;
}

} // namespace kompass::archive
