// A child process as an object: started, spoken to over a channel, and gone when the object is.
//
// The child has the channel as its standard input and output, and a buffer in memory as standard error. It
// dies with its parent, leaves no core file, inherits no other descriptor of ours (all are close-on-exec) and
// leaves an interrupt from the terminal to its parent. One thread uses a ChildProcess.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace kompass::read {

/// Owns a file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept : value_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    [[nodiscard]] int get() const { return value_; }
    void reset();

private:
    int release();

    int value_ = -1;
};

/// How a process ended.
struct ExitStatus {
    int signal = 0; ///< what killed it, 0 if it ended by itself
    int code = 0;   ///< what it returned

    /// "killed by signal 11 (Segmentation fault)", "ended with code 3".
    [[nodiscard]] std::string describe() const;
};

class ChildProcess {
public:
    /// Starts `command` (program and arguments). `memory_limit` bounds its address space, 0 does not; it is
    /// ignored under AddressSanitizer, which reserves terabytes. Throws std::system_error if the program
    /// cannot be started.
    ChildProcess(const std::vector<std::string>& command, std::size_t memory_limit);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Kills it if it still runs, and reaps it.
    ~ChildProcess();

    /// Our end: readable and writable; at its end when the child is gone.
    [[nodiscard]] int channel() const { return channel_.get(); }
    /// Sends what the channel takes without waiting: so many of the bytes. nullopt if the child is gone;
    /// never raises SIGPIPE.
    [[nodiscard]] std::optional<std::size_t> send(std::string_view bytes) const;

    /// From now on the child may use so much time of a processor, 0: any. One that uses more is ended by
    /// SIGXCPU.
    void allow_cpu_time(std::chrono::seconds time) const;

    /// Waits for a child that ends by itself, at most `patience_ms`, then kills it; the status says which.
    ExitStatus end(int patience_ms);
    /// The tail of what it wrote to standard error.
    [[nodiscard]] std::string last_words() const;

private:
    pid_t pid_ = -1;
    Descriptor channel_, errors_;
};

} // namespace kompass::read
