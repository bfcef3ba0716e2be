#pragma once

#include "engine/likelihood/bidirectional.h"

#include <QString>

namespace rbm {

/// A mean log-likelihood with its 3-sigma interval, nats per image. An end that
/// nothing bounds is infinite.
struct LikelihoodInterval {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// What one way of reading pixels gives: mean(-F) less log Z.
struct PixelLikelihoods {
    LikelihoodInterval test; ///< by the trusted log Z
    LikelihoodInterval train;
    LikelihoodInterval originalTest; ///< by the original's 10 temperatures
    LikelihoodInterval originalTrain;
};

/// One check of the likelihood.
struct LikelihoodReport {
    QString run;              ///< the id of the run that it is about
    double epoch = 0;         ///< completed epochs
    PixelLikelihoods gray;    ///< pixels as they are, as the original scores them
    PixelLikelihoods sampled; ///< pixels sampled to 0 and 1, as the literature does
    /// With its plan. Of a small model the enumeration: the method is "exact", and
    /// the plan has no runs.
    TrustedEstimate trusted;
    LogPartition original;
    Assessment originalAssessment;
    bool averaged = false; ///< of the mean of the run's last parameters, not the newest
    double budget = 0;     ///< seconds that the trusted estimate was to take
    double seconds = 0;    ///< of work that the whole check took
};

} // namespace rbm
