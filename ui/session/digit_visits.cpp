#include "ui/session/digit_visits.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr std::uint64_t kLookEvery = 10; ///< steps, at least
constexpr std::uint64_t kLooksAtOnce = 100;
} // namespace

void DigitVisits::setTeller(std::shared_ptr<DigitTeller> teller) {
    if (teller == m_teller)
        return;
    m_teller = std::move(teller);
    m_wanted = false;
    forgetLooks();
}

void DigitVisits::forgetLooks() {
    m_chain = -1;
    m_due = m_looked = 0;
    m_looks.clear();
}

void DigitVisits::follow(const ChainHistory &history, int chain, std::uint64_t live) {
    m_wanted = m_teller != nullptr;
    if (chain != m_chain) {
        forgetLooks();
        m_chain = chain;
        // Only states that are kept are looked at, so that a look is the same whenever it is made.
        const std::uint64_t kept = history.spacing();
        m_spacing = kept * ((kLookEvery + kept - 1) / kept);
    }
    m_due = live / m_spacing + 1;
}

bool DigitVisits::advance(const ChainHistory &history) {
    if (!isBusy())
        return false;
    if (m_teller->isLearning())
        m_teller->learn();
    else
        lookOn(history);
    return true;
}

void DigitVisits::lookOn(const ChainHistory &history) {
    std::vector<std::uint8_t> pixels;
    const std::uint64_t end = std::min(m_due, m_looked + kLooksAtOnce);
    for (std::uint64_t look = m_looked; look < end; ++look) {
        const auto &frame = history.before(look * m_spacing);
        for (const std::uint8_t on :
             history.chain(frame, static_cast<std::size_t>(m_chain)).visible)
            pixels.push_back(on != 0 ? 255 : 0);
    }
    for (const int digit : m_teller->tell(pixels))
        m_looks.push_back({m_looked++ * m_spacing, digit});
}

std::optional<VisitedDigits> DigitVisits::upTo(std::uint64_t step) const {
    if (m_teller == nullptr)
        return std::nullopt;
    VisitedDigits told;
    told.chain = m_chain;
    told.learning = m_teller->progress();
    told.accuracy = m_teller->accuracy();
    told.every = static_cast<int>(m_spacing);
    for (const Look &look : m_looks) {
        if (look.step > step)
            break;
        ++told.looks;
        if (look.digit < 0)
            ++told.unsure;
        else if (std::find(told.digits.begin(), told.digits.end(), look.digit) == told.digits.end())
            told.digits.push_back(look.digit);
    }
    return told;
}

} // namespace rbm
