#include "read/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace kompass::read {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const Digest& digest) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

} // namespace

std::string sha256_hex(std::string_view bytes) {
    Digest digest{};
    if (SHA256(bytes_of(bytes), bytes.size(), digest.data()) == nullptr)
        throw std::runtime_error("cannot compute a SHA-256");
    return hex_of(digest);
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
    Digest digest{};
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(bytes), bytes.size(),
             digest.data(), nullptr) == nullptr)
        throw std::runtime_error("cannot compute an HMAC");
    return hex_of(digest);
}

std::string openssl_version() {
    return OpenSSL_version(OPENSSL_VERSION_STRING);
}

} // namespace kompass::read
