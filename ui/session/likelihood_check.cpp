#include "ui/session/likelihood_check.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr std::size_t kImagesAtOnce = 500;
/// AIS takes roughly this part of a check.
constexpr double kAisShare = 0.7;

Backend &withParameters(Backend &backend, const RbmParameters &parameters) {
    backend.setParameters(parameters);
    return backend;
}
} // namespace

LikelihoodCheck::LikelihoodCheck(Backend &backend, const RbmParameters &parameters,
                                 DatasetPair data, double epoch, std::uint64_t seed)
    : m_data(std::move(data)), m_epoch(epoch),
      m_ais(withParameters(backend, parameters), AisOptions{}, seed),
      m_test(backend, m_data.test->pixels, parameters.visible),
      m_train(backend, m_data.train->pixels, parameters.visible) {}

bool LikelihoodCheck::advance() {
    if (m_ais.advance())
        return true;
    if (!m_test.advance(kImagesAtOnce) && !m_train.advance(kImagesAtOnce))
        return false;
    m_imagesDone += kImagesAtOnce;
    return true;
}

double LikelihoodCheck::progress() const {
    const auto images = static_cast<double>(m_data.test->count() + m_data.train->count());
    const double share = std::min(1.0, static_cast<double>(m_imagesDone) / images);
    return kAisShare * m_ais.progress() + (1 - kAisShare) * share;
}

LikelihoodReport LikelihoodCheck::report() const {
    const LogPartition partition = m_ais.result();
    return {m_epoch, m_test.mean() - partition.logZ, m_train.mean() - partition.logZ,
            partition.effectiveSampleSize, partition.runs};
}

} // namespace rbm
