#include "read/sha256.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace kompass::read {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (SHA256(data, bytes.size(), digest.data()) == nullptr)
        throw std::runtime_error("cannot compute a SHA-256");

    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string openssl_version() {
    return OpenSSL_version(OPENSSL_VERSION_STRING);
}

} // namespace kompass::read
