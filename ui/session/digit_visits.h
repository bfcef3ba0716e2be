#pragma once

#include "engine/backend/backend.h"
#include "engine/inspection/digit_classifier.h"
#include "engine/sampling/chain_history.h"
#include "ui/session/chain_detail.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

/// Tells which classes of digits a watched chain was in, by a classifier of P(h | v) that it
/// trains on the spot, in small steps, on a copy of the chains' model in a backend of its own. A
/// chain is looked at every tenth step or so, in its kept binary states; a look counts where one
/// class has a probability of at least kSure. Belongs to the worker's thread.
class DigitVisits {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    static constexpr float kSure = 0.8F; ///< as `rbm mixing` has it

    explicit DigitVisits(MakeBackend makeBackend);

    /// The images are others now, or the next backend is.
    void reset();
    void dropBackend();
    /// Tells the classes with this model from now on; the same as before keeps what was learnt.
    /// Does nothing where the images have no labels.
    void setModel(const RbmParameters &parameters, const DatasetPair &images);
    /// The looks so far are forgotten: the chains began anew.
    void forgetLooks();

    /// Somebody looks at this chain of `history`, whose newest step is `live`.
    void follow(const ChainHistory &history, int chain, std::uint64_t live);
    /// Nobody does.
    void lookAway() { m_wanted = false; }

    bool isBusy() const { return m_wanted && (isLearning() || m_looked < m_due); }
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

    bool isLearning() const { return m_classifier != nullptr && !m_accuracy; }
    void learn();
    void lookOn(const ChainHistory &history);

    MakeBackend m_makeBackend;
    std::unique_ptr<Backend> m_backend;
    DatasetPair m_images;                ///< that the classifier is trained and tried on
    std::shared_ptr<const Dataset> m_of; ///< that m_images were taken from
    RbmParameters m_parameters;          ///< that the backend has
    std::unique_ptr<DigitClassifier> m_classifier;
    std::size_t m_tried = 0; ///< test images
    double m_right = 0;      ///< of these
    std::optional<double> m_accuracy;

    bool m_wanted = false;
    int m_chain = -1;
    std::uint64_t m_spacing = 1; ///< between looks
    std::uint64_t m_due = 0;     ///< looks that can be made by now
    std::uint64_t m_looked = 0;
    std::vector<Look> m_looks;
};

} // namespace rbm
