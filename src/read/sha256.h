// The identity of a source: the SHA-256 of its bytes. The only place that includes OpenSSL.
//
// Pure and thread safe.
#pragma once

#include <string>
#include <string_view>

namespace kompass::read {

/// Lower-case hex, 64 digits. Throws std::runtime_error if the library refuses, which it does only when
/// memory is short.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// HMAC (RFC 2104) with SHA-256, in the same form: only who has the key can make it. Throws likewise.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

/// The version of the OpenSSL library in use.
[[nodiscard]] std::string openssl_version();

} // namespace kompass::read
