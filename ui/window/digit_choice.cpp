#include "ui/window/digit_choice.h"

#include "engine/random/philox.h"

#include <utility>

namespace rbm {

namespace {

void shuffle(std::vector<std::uint32_t> &rows, std::uint64_t seed, std::uint32_t stream) {
    for (std::size_t i = rows.size(); i > 1; --i) {
        const std::uint32_t bits =
            randomBits(seed, Purpose::DigitChoice, 1, stream, static_cast<std::uint32_t>(i));
        std::swap(rows[i - 1], rows[static_cast<std::size_t>((std::uint64_t{bits} * i) >> 32)]);
    }
}

bool isChosen(const Dataset &data, std::size_t row, const std::array<bool, 10> &classes) {
    if (data.labels.empty())
        return true;
    const std::uint8_t label = data.labels[row];
    return label < classes.size() && classes[label];
}

} // namespace

std::vector<std::uint32_t> rowsOfClasses(const Dataset &data, const std::array<bool, 10> &classes) {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < data.count(); ++row) {
        if (isChosen(data, row, classes))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

std::vector<std::uint32_t> chooseDigits(const Dataset &data, const std::array<bool, 10> &classes,
                                        DigitOrder order, std::size_t count, std::uint64_t seed) {
    // One pool for each class that takes its turn, or one for all.
    std::vector<std::vector<std::uint32_t>> pools;
    for (std::size_t label = 0; label < classes.size(); ++label) {
        if (order == DigitOrder::Random || data.labels.empty())
            break;
        std::array<bool, 10> one{};
        one[label] = classes[label];
        if (auto rows = rowsOfClasses(data, one); !rows.empty())
            pools.push_back(std::move(rows));
    }
    if (pools.empty())
        pools.push_back(rowsOfClasses(data, classes));
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        shuffle(pools[pool], seed, static_cast<std::uint32_t>(pool));
    std::vector<std::uint32_t> chosen;
    for (std::size_t at = 0; at < count && !pools[0].empty(); ++at) {
        const auto &pool = pools[at % pools.size()];
        chosen.push_back(pool[at / pools.size() % pool.size()]);
    }
    return chosen;
}

std::vector<std::uint8_t> gatherImages(const Dataset &data,
                                       const std::vector<std::uint32_t> &rows) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(rows.size() * data.imageSize());
    for (const std::uint32_t row : rows) {
        const auto image = data.image(row);
        bytes.insert(bytes.end(), image.begin(), image.end());
    }
    return bytes;
}

std::vector<std::uint8_t> noiseImages(std::size_t count, std::size_t pixels, std::uint64_t seed) {
    std::vector<std::uint8_t> bytes(count * pixels);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto bits =
            randomBits(seed, Purpose::DigitChoice, 0, static_cast<std::uint32_t>(at / pixels),
                       static_cast<std::uint32_t>(at % pixels));
        bytes[at] = (bits >> 31) != 0 ? 255 : 0;
    }
    return bytes;
}

} // namespace rbm
