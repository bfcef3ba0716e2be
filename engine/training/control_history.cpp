#include "engine/training/control_history.h"

#include "engine/base/error.h"
#include "engine/base/number_text.h"
#include "engine/base/read_file.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace rbm {

namespace {

constexpr const char *kHeading = "update,learning_rate,momentum";
constexpr const char *kEpochs = ",num_epoch";
constexpr std::size_t kMaxBytes = std::size_t{64} << 20; // a million changes
constexpr std::size_t kMostEpochs = 1000000;

[[noreturn]] void fail(std::size_t line, const Sentence &what) {
    throw Error(Sentence("line %1: %2", line, what));
}

/// The text up to `end`, which is taken off, or all of it.
std::string_view takeUpTo(std::string_view &text, char end) {
    const std::size_t place = text.find(end);
    const std::string_view part = text.substr(0, place);
    text.remove_prefix(place == std::string_view::npos ? text.size() : place + 1);
    return part;
}

template <typename Number>
Number takeNumber(std::string_view &cells, std::size_t line, const Sentence &trouble) {
    const std::string_view cell = takeUpTo(cells, ',');
    Number value{};
    const auto [end, status] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (status != std::errc() || end != cell.data() + cell.size()) {
        fail(line, trouble);
    }
    return value;
}

ControlChange readChange(std::string_view cells, std::size_t line, bool hasEpochs) {
    const auto commas = std::count(cells.begin(), cells.end(), ',');
    if (commas != (hasEpochs ? 3 : 2)) {
        fail(line,
             hasEpochs ? Sentence("it has not four values") : Sentence("it has not three values"));
    }
    ControlChange change;
    change.update = takeNumber<std::uint64_t>(cells, line, Sentence("the update is no number"));
    change.controls.learningRate =
        takeNumber<double>(cells, line, Sentence("the learning rate is no number"));
    change.controls.momentum =
        takeNumber<double>(cells, line, Sentence("the momentum is no number"));
    // Written so that NaN is refused, too; the ranges are those of the options.
    if (!(change.controls.learningRate >= 0 && change.controls.learningRate <= 1000)) {
        fail(line, Sentence("the learning rate is not from 0 to 1000"));
    }
    if (!(change.controls.momentum >= 0 && change.controls.momentum < 1)) {
        fail(line, Sentence("the momentum is not at least 0 and less than 1"));
    }
    if (hasEpochs) {
        change.numEpoch =
            takeNumber<std::size_t>(cells, line, Sentence("the number of epochs is no number"));
        if (change.numEpoch > kMostEpochs) {
            fail(line, Sentence("the number of epochs is not from 0 to 1000000"));
        }
    }
    return change;
}

} // namespace

ControlHistory ControlHistory::unknown() {
    ControlHistory history;
    history.m_known = false;
    return history;
}

void ControlHistory::record(std::uint64_t update, const LiveControls &controls,
                            std::size_t numEpoch) {
    if (!m_known) {
        return;
    }
    if (!m_changes.empty() && m_changes.back().controls == controls &&
        m_changes.back().numEpoch == numEpoch) {
        return;
    }
    m_changes.push_back({update, controls, numEpoch});
}

const ControlChange *ControlHistory::at(std::uint64_t update) const {
    const auto later = std::upper_bound(
        m_changes.begin(), m_changes.end(), update,
        [](std::uint64_t wanted, const ControlChange &change) { return wanted < change.update; });
    return later == m_changes.begin() ? nullptr : &*(later - 1);
}

bool ControlHistory::differsFrom(const TrainingConfig &config) const {
    const bool epochsMatter = config.schedule != Schedule::Constant || config.average > 0;
    return std::any_of(m_changes.begin(), m_changes.end(), [&](const ControlChange &change) {
        return change.controls != LiveControls{config.learningRate, config.momentum} ||
               (epochsMatter && change.numEpoch != config.numEpoch);
    });
}

std::string ControlHistory::toCsv() const {
    std::string text = std::string(kHeading) + kEpochs + "\n";
    for (const ControlChange &change : m_changes) {
        text += std::to_string(change.update) + ',' + numberText(change.controls.learningRate) +
                ',' + numberText(change.controls.momentum) + ',' + std::to_string(change.numEpoch) +
                '\n';
    }
    return text;
}

ControlHistory ControlHistory::fromCsv(const std::string &text) {
    ControlHistory history;
    std::string_view rest = text;
    bool hasEpochs = false;
    for (std::size_t line = 1; !rest.empty() || line == 1; ++line) {
        std::string_view cells = takeUpTo(rest, '\n');
        if (cells.ends_with('\r')) {
            cells.remove_suffix(1);
        }
        if (line == 1) {
            hasEpochs = cells == std::string(kHeading) + kEpochs;
            if (!hasEpochs && cells != kHeading) {
                fail(line, Sentence("it is not the heading %1", std::string(kHeading)));
            }
            continue;
        }
        if (cells.empty() && rest.empty()) {
            break;
        }
        const ControlChange change = readChange(cells, line, hasEpochs);
        if (!history.m_changes.empty() && change.update <= history.m_changes.back().update) {
            fail(line, Sentence("its update does not come after that of the line before"));
        }
        history.m_changes.push_back(change);
    }
    return history;
}

ControlHistory readControlHistory(const std::filesystem::path &path) {
    const auto bytes = readWholeFile(path, kMaxBytes);
    try {
        return ControlHistory::fromCsv({bytes.begin(), bytes.end()});
    } catch (const Error &error) {
        throw Error(Sentence("'%1' is no list of controls: %2.", path.string(), error.sentence()));
    }
}

} // namespace rbm
