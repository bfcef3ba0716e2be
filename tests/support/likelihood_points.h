#pragma once

#include "ui/widgets/likelihood_point.h"

namespace rbm::test {

/// A check whose numbers all differ: the test's value is `test` for gray pixels
/// and 20 more for sampled ones.
inline LikelihoodPoint pointAt(double epoch, double test,
                               QuoteVerdict verdict = QuoteVerdict::Trust) {
    LikelihoodPoint point;
    point.epoch = epoch;
    point.gray.test = {test, test - 0.75, test + 0.5};
    point.gray.train = {test + 1, test + 0.25, test + 1.5};
    point.gray.originalTest = {test + 30, test + 20, test + 36.5};
    point.gray.originalTrain = {test + 31, test + 21, test + 37.5};
    point.sampled.test = {test + 20, test + 19.25, test + 20.5};
    point.sampled.train = {test + 21, test + 20.25, test + 21.5};
    point.sampled.originalTest = {test + 50, test + 40, test + 56.5};
    point.sampled.originalTrain = {test + 51, test + 41, test + 57.5};
    point.trusted = {30.5, 32, 1200, verdict};
    point.original = {2.9, 1000, 10, QuoteVerdict::DoNotQuote};
    return point;
}

} // namespace rbm::test
