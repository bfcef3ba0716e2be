#pragma once

#include "engine/data/dataset.h"
#include "engine/model/parameters.h"

#include <memory>

namespace rbm::test {

/// 200 images of 4 x 4 pixels with the left or the right half lit, and a fifth of noise.
std::shared_ptr<const Dataset> halves();

/// The mean log-likelihood of binary images, by enumeration, nats per image.
double exactLogLikelihood(const RbmParameters &parameters, const Dataset &data);

} // namespace rbm::test
