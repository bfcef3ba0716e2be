#include "engine/cpu/sparse_lists.h"

#include "engine/cpu/layout.h"
#include "engine/cpu/sum_kernels.h"

#include <array>
#include <bit>
#include <numeric>

namespace rbm::cpu {
namespace {

void appendBits(std::span<const std::uint64_t> words, SparseLists &lists) {
    for (std::size_t w = 0; w < words.size(); ++w) {
        for (std::uint64_t bits = words[w]; bits != 0; bits &= bits - 1) {
            const std::size_t unit = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            lists.row.push_back(static_cast<std::uint32_t>(unit * kBlock));
        }
    }
    lists.start.push_back(static_cast<std::uint32_t>(lists.row.size()));
}

constexpr std::array<float, 256> grayValues() {
    std::array<float, 256> values{};
    for (std::size_t g = 0; g < values.size(); ++g) {
        values[g] = static_cast<float>(g) / 255.0F;
    }
    return values;
}

constexpr auto kGray = grayValues();

} // namespace

SparseLists listPixels(std::span<const std::uint8_t> pixels, std::size_t visible) {
    SparseLists lists;
    lists.start.push_back(0);
    lists.row.reserve(pixels.size() / 4); // a digit has about a fifth of its pixels lit
    lists.value.reserve(pixels.size() / 4);
    std::vector<std::uint64_t> lit(wordsOf(visible));
    for (std::size_t at = 0; at < pixels.size(); at += visible) {
        nonZeroBits(&pixels[at], visible, lit.data());
        const std::size_t before = lists.row.size();
        appendBits(lit, lists);
        for (std::size_t r = before; r < lists.row.size(); ++r) {
            lists.value.push_back(kGray[pixels[at + lists.row[r] / kBlock]]);
        }
    }
    return lists;
}

SparseLists listUnits(std::span<const std::uint64_t> states, std::size_t count) {
    SparseLists lists;
    lists.start.push_back(0);
    const std::size_t words = states.size() / count;
    for (std::size_t n = 0; n < count; ++n) {
        appendBits(states.subspan(n * words, words), lists);
    }
    return lists;
}

SparseLists transpose(const SparseLists &lists, std::size_t rows) {
    const std::size_t count = lists.start.size() - 1;
    SparseLists result;
    result.start.assign(rows + 1, 0);
    for (const std::uint32_t row : lists.row) {
        ++result.start[row / kBlock + 1];
    }
    result.start[rows] = static_cast<std::uint32_t>(count);
    std::partial_sum(result.start.begin(), result.start.end(), result.start.begin());
    result.row.resize(result.start[rows]);
    result.value.assign(result.row.size(), 1);
    std::vector<std::uint32_t> next = result.start;
    for (std::size_t n = 0; n < count; ++n) {
        const auto offset = static_cast<std::uint32_t>(n * kBlock);
        for (std::uint32_t at = lists.start[n]; at < lists.start[n + 1]; ++at) {
            const std::uint32_t to = next[lists.row[at] / kBlock]++;
            result.row[to] = offset;
            result.value[to] = lists.value.empty() ? 1 : lists.value[at];
        }
        result.row[next[rows - 1]++] = offset;
    }
    return result;
}

} // namespace rbm::cpu
