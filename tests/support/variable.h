// An environment variable that is something else for a while.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace kompass::testing {

/// Sets the variable while it lives, or unsets it (nullptr).
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        set(value);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { set(before_ ? before_->c_str() : nullptr); }

private:
    void set(const char* value) const {
        if (value == nullptr)
            ::unsetenv(name_);
        else
            ::setenv(name_, value, 1);
    }

    const char* name_;
    std::optional<std::string> before_;
};

} // namespace kompass::testing
