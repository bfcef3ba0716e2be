#include "ui/session/silenced_units.h"

#include "engine/inspection/silence.h"
#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
using Clock = std::chrono::steady_clock;
constexpr Clock::duration kAge = std::chrono::milliseconds(100);
} // namespace

SilencedUnits::SilencedUnits(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

void SilencedUnits::reset() {
    m_units.clear();
    m_isCurrent = false;
}

void SilencedUnits::dropBackend() {
    reset();
    m_backend.reset();
}

void SilencedUnits::setUnits(std::vector<std::uint32_t> units) {
    m_units = std::move(units);
    m_isCurrent = false;
}

void SilencedUnits::switchUnit(std::uint32_t unit, bool on) {
    auto units = m_units;
    const auto place = std::lower_bound(units.begin(), units.end(), unit);
    const bool isOff = place != units.end() && *place == unit;
    if (isOff != on)
        return;
    if (on)
        units.erase(place);
    else
        units.insert(place, unit);
    setUnits(std::move(units));
}

Backend &SilencedUnits::backend(const Backend &training, const PcdTrainer &trainer) {
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    const bool isOld = m_update != trainer.updates() && Clock::now() - m_copied >= kAge;
    if (!m_isCurrent || isOld) {
        m_backend->setParameters(withoutUnits(training.parameters(), m_units));
        m_update = trainer.updates();
        m_copied = Clock::now();
        m_isCurrent = true;
    }
    return *m_backend;
}

std::vector<float> SilencedUnits::fantasies(const Backend &training, const PcdTrainer &trainer) {
    Backend &without = backend(training, trainer);
    const ChainStates states = training.states(trainer.chains());
    const auto copy = without.makeChains(states.count);
    without.setStates(*copy, states);
    return without.visibleProbabilities(*copy);
}

} // namespace rbm
