#include "extractors/nesting.h"

#include <doctest/doctest.h>

namespace kompass {

namespace {

Block item_at(double x0, double font_size) {
    Block block;
    block.kind = BlockKind::list_item;
    block.font_size = font_size;
    block.places = {{1, Box{x0, 100, x0 + 200, 110}}};
    return block;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("an item stands outside another by an indent, in whatever type it is set") {
        for (const double size : {6.0, 11.0, 24.0}) {
            CHECK(stands_outside(item_at(70, size), item_at(70 + size, size)));
            CHECK_FALSE(stands_outside(item_at(70 + size, size), item_at(70, size)));
            CHECK_FALSE(stands_outside(item_at(70, size), item_at(70, size)));
            CHECK_FALSE(stands_outside(item_at(70, size), item_at(70 + 0.1 * size, size)));
        }
    }

    TEST_CASE("texts without a place on the page stand nowhere") {
        CHECK_FALSE(stands_outside(Block{}, item_at(70, 11)));
        CHECK_FALSE(stands_outside(item_at(70, 11), Block{}));
    }
}

} // namespace kompass
