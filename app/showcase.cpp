#include "app/showcase.h"

#include "app/command_options.h"
#include "engine/sampling/gibbs_sampler.h"
#include "ui/support/pictures.h"

namespace rbm {

void saveShowcase(Backend &backend, const Dataset &images, std::uint64_t seed,
                  const std::string &path) {
    constexpr std::size_t kColumns = 15;
    constexpr std::size_t kSteps = 3000;
    const auto starts = chooseImages(images, kColumns * kColumns, seed);
    GibbsSampler sampler(backend, starts, kColumns * kColumns, seed);
    for (std::size_t step = 0; step < kSteps; ++step) {
        throwIfStopped();
        sampler.advance(1);
    }
    savePng(sampleGrid(starts, sampler.probabilities(), images.width, images.height, kColumns),
            path);
}

} // namespace rbm
