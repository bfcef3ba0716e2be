#include "tests/support/halves.h"

#include "engine/likelihood/exact.h"
#include "tests/support/reference_backend.h"

#include <vector>

namespace rbm::test {

std::shared_ptr<const Dataset> halves() {
    auto data = std::make_shared<Dataset>(*randomImages(4, 4, 200, false, 6));
    for (std::size_t n = 0; n < data->count(); ++n) {
        for (std::size_t i = 0; i < 16; ++i) {
            if ((n + i) % 5 != 0)
                data->pixels[n * 16 + i] = (i % 4 < 2) == (n % 2 == 0) ? 255 : 0;
        }
    }
    return data;
}

double exactLogLikelihood(const RbmParameters &p, const Dataset &data) {
    double sum = 0;
    for (std::size_t n = 0; n < data.count(); ++n) {
        std::vector<float> v;
        for (const auto byte : data.image(n))
            v.push_back(byte == 0 ? 0.0F : 1.0F);
        sum -= freeEnergy(p, v);
    }
    return sum / static_cast<double>(data.count()) - exactLogPartition(p).logZ;
}

} // namespace rbm::test
