#pragma once

#include "engine/sampling/chain_history.h"
#include "ui/session/chain_detail.h"
#include "ui/session/digit_teller.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

/// Tells which classes of digits a watched chain was in, by a DigitTeller of the chains' model. A
/// chain is looked at every tenth step or so, in its kept binary states; a look counts where one
/// class has a probability of at least kSure. Belongs to the worker's thread.
class DigitVisits {
public:
    static constexpr float kSure = DigitTeller::kSure;

    /// Tells the classes with this from now on; the same as before keeps what was told. Null
    /// tells none.
    void setTeller(std::shared_ptr<DigitTeller> teller);
    /// The looks so far are forgotten: the chains began anew.
    void forgetLooks();

    /// Somebody looks at this chain of `history`, whose newest step is `live`.
    void follow(const ChainHistory &history, int chain, std::uint64_t live);
    /// Nobody does.
    void lookAway() { m_wanted = false; }

    bool isBusy() const { return m_wanted && (m_teller->isLearning() || m_looked < m_due); }
    /// Some milliseconds of work, on the history that was followed last; false when there is
    /// nothing to do. Throws Error.
    bool advance(const ChainHistory &history);

    /// What the looks up to `step` tell; none where the images have no labels.
    std::optional<VisitedDigits> upTo(std::uint64_t step) const;

private:
    /// One look: the class, or negative where none was sure.
    struct Look {
        std::uint64_t step;
        int digit;
    };

    void lookOn(const ChainHistory &history);

    std::shared_ptr<DigitTeller> m_teller;
    bool m_wanted = false; ///< only where there is a teller
    int m_chain = -1;
    std::uint64_t m_spacing = 1; ///< between looks
    std::uint64_t m_due = 0;     ///< looks that can be made by now
    std::uint64_t m_looked = 0;
    std::vector<Look> m_looks;
};

} // namespace rbm
