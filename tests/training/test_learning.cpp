#include "engine/backend/backend_list.h"
#include "engine/likelihood/exact.h"
#include "engine/training/pcd_trainer.h"
#include "ui/support/starter_digits.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace rbm;

namespace {

constexpr std::size_t kImages = 400;

/// The first digits, black and white.
std::shared_ptr<const Dataset> someDigits() {
    const DatasetPair starter = loadStarterDigits();
    auto digits = std::make_shared<Dataset>();
    digits->width = starter.train->width;
    digits->height = starter.train->height;
    digits->pixels = binarise(*starter.train, Pixels::Threshold, 0);
    digits->pixels.resize(std::min(digits->pixels.size(), kImages * digits->imageSize()));
    return digits;
}

double logLikelihood(Backend &backend, const Dataset &data) {
    std::vector<double> energies(data.count());
    backend.freeEnergies(data.pixels, energies);
    double sum = 0;
    for (const double energy : energies) {
        sum -= energy;
    }
    return sum / static_cast<double>(data.count()) - exactLogPartition(backend.parameters()).logZ;
}

/// The best that independent pixels can do on these images: minus the sum of
/// the pixels' entropies.
double independentPixels(const Dataset &data) {
    double sum = 0;
    for (std::size_t i = 0; i < data.imageSize(); ++i) {
        double on = 0;
        for (std::size_t n = 0; n < data.count(); ++n) {
            on += data.image(n)[i] == 0 ? 0 : 1;
        }
        const double p = on / static_cast<double>(data.count());
        if (p > 0 && p < 1) {
            sum += p * std::log(p) + (1 - p) * std::log(1 - p);
        }
    }
    return sum;
}

} // namespace

class TestLearning : public QObject {
    Q_OBJECT

private slots:
    // A model that only learnt how often each pixel is lit would end below the
    // second bound: the hidden units must have learnt something, too.
    void sixteenHiddenUnitsLearnDigits() {
        const auto digits = someDigits();
        const auto backend = makeBackend(BackendChoice::Cpu);
        TrainingConfig config;
        config.numHidden = 16;
        config.k = 5;
        config.batchSize = 20;
        PcdTrainer trainer(*backend, digits, config);
        const double before = logLikelihood(*backend, *digits);
        for (int update = 0; update < 2000; ++update) {
            trainer.update({1, 0.3});
        }
        const double after = logLikelihood(*backend, *digits);
        qInfo("%.1f nats before, %.1f after; independent pixels: %.1f", before, after,
              independentPixels(*digits));
        QVERIFY(after > before + 300);
        QVERIFY(after > independentPixels(*digits) + 10);
    }
};

QTEST_GUILESS_MAIN(TestLearning)
#include "test_learning.moc"
