#pragma once

#include "engine/backend/backend.h"
#include "engine/inspection/digit_classifier.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rbm {

/// Tells the class of images by a classifier of P(h | v) that it trains on the spot, in small
/// steps, for one model in a backend of its own. Belongs to the worker's thread. Every method
/// may throw Error.
class DigitTeller {
public:
    static constexpr float kSure = 0.8F; ///< probability of a class that counts, as in `rbm mixing`

    /// `images` have labels: those that it is trained on, and tried on.
    DigitTeller(std::unique_ptr<Backend> backend, const RbmParameters &parameters,
                const DatasetPair &images);

    const RbmParameters &parameters() const { return m_parameters; }
    /// It has the model, which must stay; others may run chains with it.
    Backend &backend() { return *m_backend; }

    bool isLearning() const { return !m_accuracy; }
    /// Some milliseconds of training, and of trying at the end.
    void learn();
    double progress() const { return m_accuracy ? 1 : m_classifier.progress(); } ///< 0 to 1
    /// The share of test images that it tells rightly; none while it learns.
    std::optional<double> accuracy() const { return m_accuracy; }

    std::size_t classes() const { return m_classifier.classes(); }
    /// The class of each of n binary images, [n, V] bytes of 0 and 255; negative where none has
    /// at least kSure.
    std::vector<int> tell(std::span<const std::uint8_t> images) const;

private:
    std::unique_ptr<Backend> m_backend;
    RbmParameters m_parameters;
    std::shared_ptr<const Dataset> m_trials;
    DigitClassifier m_classifier;
    std::size_t m_tried = 0; ///< test images
    double m_right = 0;      ///< of these
    std::optional<double> m_accuracy;
};

/// Hands out tellers: whoever asks for one with the same model and images gets the same one.
/// Belongs to the worker's thread.
class DigitTellers {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    explicit DigitTellers(MakeBackend makeBackend);

    /// Null where the images have no labels. Throws Error.
    std::shared_ptr<DigitTeller> of(const RbmParameters &parameters, const DatasetPair &images);
    /// The next is made anew, with another backend perhaps.
    void forget() { m_known.clear(); }

private:
    MakeBackend m_makeBackend;
    DatasetPair m_some;                  ///< of the images, as many as take some seconds
    std::shared_ptr<const Dataset> m_of; ///< that m_some were taken from
    std::vector<std::weak_ptr<DigitTeller>> m_known; ///< some of them are still in use
};

} // namespace rbm
