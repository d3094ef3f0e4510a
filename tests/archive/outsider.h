// Another program that writes the file and knows of no writer lock, as sqlite3 does.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace kompass::archive::samples {

class Outsider {
public:
    explicit Outsider(const std::filesystem::path& file)
        : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}

    void run(const std::string& sql) { database_.exec(sql); }

private:
    SQLite::Database database_;
};

} // namespace kompass::archive::samples
