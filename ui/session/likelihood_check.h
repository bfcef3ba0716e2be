#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"
#include "engine/likelihood/ais.h"
#include "engine/likelihood/log_likelihood.h"
#include "ui/session/snapshot.h"

#include <optional>

namespace rbm {

/// One check of the likelihood as the original does it, in small steps: AIS,
/// then the free energies of test and training images. It works on a copy of
/// the parameters in a backend of its own, so that training can go on beside it.
class LikelihoodCheck {
public:
    /// `backend` must not be used for anything else until this is done.
    LikelihoodCheck(Backend &backend, const RbmParameters &parameters, DatasetPair data,
                    double epoch, std::uint64_t seed);

    /// About ten milliseconds of work; false when nothing is left.
    bool advance();
    double progress() const; ///< 0 to 1
    LikelihoodReport report() const;

private:
    DatasetPair m_data;
    double m_epoch;
    AisEstimator m_ais;
    MeanNegativeFreeEnergy m_test;
    MeanNegativeFreeEnergy m_train;
    std::size_t m_imagesDone = 0;
};

} // namespace rbm
