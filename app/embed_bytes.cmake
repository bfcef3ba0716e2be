# Makes a C++ source of the bytes of a file, for programs without the resources
# of Qt: std::span<const std::uint8_t> rbm::FUNCTION().
function(rbm_embed_bytes source file function)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(................................................................................)"
    "\\1\n" bytes "${bytes}")
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include <cstdint>
#include <span>

namespace rbm {

namespace {
constexpr std::uint8_t kBytes[] = {
@bytes@
};
} // namespace

std::span<const std::uint8_t> @function@();
std::span<const std::uint8_t> @function@() { return kBytes; }

} // namespace rbm
]])
endfunction()
