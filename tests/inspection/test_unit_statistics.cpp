#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/inspection/unit_statistics.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kHidden = 9;

/// Gray noise of 5 x 4 pixels with labels 0, 1, 2, but none of class 1.
std::shared_ptr<const Dataset> labelledNoise(std::size_t count) {
    auto data = std::make_shared<Dataset>(*randomImages(5, 4, count, true, 7));
    for (std::size_t n = 0; n < count; ++n)
        data->labels.push_back(n % 3 == 0 ? 0 : 2);
    return data;
}

UnitStatistics survey(const Backend &backend, const std::shared_ptr<const Dataset> &data,
                      std::size_t slice, Pixels pixels = Pixels::Gray) {
    UnitSurvey survey(backend, data, kHidden, pixels, 1);
    while (survey.advance(slice)) {
    }
    return survey.result();
}

/// P(h_j = 1 | v) of one image by the formula.
double activation(const RbmParameters &model, std::span<const std::uint8_t> image, std::size_t j) {
    double input = static_cast<double>(model.hiddenBias[j]);
    for (std::size_t i = 0; i < image.size(); ++i)
        input += image[i] / 255.0 * static_cast<double>(model.weights[i * model.hidden + j]);
    return 1 / (1 + std::exp(-input));
}

/// A backend with a random model whose units tell the images apart.
std::unique_ptr<ReferenceBackend> referenceBackend(RbmParameters &model) {
    model = randomModel(20, kHidden, 1.5, 3);
    auto backend = makeReferenceBackend();
    backend->setParameters(model);
    return backend;
}

bool isNear(float a, double b) { return std::abs(static_cast<double>(a) - b) < 1e-6; }

} // namespace

class TestUnitStatistics : public QObject {
    Q_OBJECT

private slots:
    void meansAndHistogramAreThoseOfPlainComputation() {
        RbmParameters model;
        const auto backend = referenceBackend(model);
        const auto data = labelledNoise(101);
        const UnitStatistics found = survey(*backend, data, 10);
        QCOMPARE(found.images, std::size_t{101});
        QCOMPARE(found.classes, std::size_t{3});
        for (std::size_t j = 0; j < kHidden; ++j) {
            double sum = 0;
            std::vector<double> classSums(3);
            std::vector<std::uint32_t> histogram(UnitStatistics::kBins);
            for (std::size_t n = 0; n < data->count(); ++n) {
                const double value = activation(model, data->image(n), j);
                sum += value;
                classSums[data->labels[n]] += value;
                ++histogram[static_cast<std::size_t>(value * 20)];
            }
            QVERIFY(isNear(found.meanActivation[j], sum / 101));
            QVERIFY(isNear(found.classMeansOf(j)[0], classSums[0] / 34));
            QCOMPARE(found.classMeansOf(j)[1], 0.0F); // it has no image
            QVERIFY(isNear(found.classMeansOf(j)[2], classSums[2] / 67));
            QVERIFY(std::ranges::equal(found.histogramOf(j), histogram));
        }
    }

    void topImagesAreTheStrongestOfAllInOrder() {
        RbmParameters model;
        const auto backend = referenceBackend(model);
        const auto data = labelledNoise(150);
        const UnitStatistics found = survey(*backend, data, 7);
        QCOMPARE(found.top, UnitStatistics::kTop);
        for (std::size_t j = 0; j < kHidden; ++j) {
            std::vector<std::uint32_t> rows(data->count());
            std::iota(rows.begin(), rows.end(), 0U);
            std::ranges::stable_sort(rows, std::ranges::greater(), [&](std::uint32_t row) {
                return activation(model, data->image(row), j);
            });
            for (std::size_t at = 0; at < found.top; ++at) {
                QCOMPARE(found.topImagesOf(j)[at].row, rows[at]);
                QVERIFY(isNear(found.topImagesOf(j)[at].activation,
                               activation(model, data->image(rows[at]), j)));
            }
        }
    }

    void equalActivationsKeepTheOrderOfTheImages() {
        auto backend = makeReferenceBackend();
        auto model = RbmParameters::zeros(20, kHidden);
        model.hiddenBias.assign(kHidden, 40); // 1 for whatever image
        backend->setParameters(model);
        const UnitStatistics found = survey(*backend, labelledNoise(60), 9);
        for (std::uint32_t at = 0; at < found.top; ++at)
            QCOMPARE(found.topImagesOf(4)[at], (TopImage{at, 1.0F}));
        QCOMPARE(found.histogramOf(4).back(), 60U);
    }

    void slicesDoNotMatter() {
        RbmParameters model;
        const auto backend = referenceBackend(model);
        const auto data = labelledNoise(100);
        for (const Pixels pixels : {Pixels::Gray, Pixels::Sampled, Pixels::Threshold}) {
            const UnitStatistics whole = survey(*backend, data, 1000, pixels);
            for (const std::size_t slice : {1, 33, 100})
                QVERIFY(survey(*backend, data, slice, pixels) == whole);
        }
    }

    void theCpuFindsWhatThePlainReferenceFinds() {
        RbmParameters model;
        const auto plain = referenceBackend(model);
        const auto fast = makeBackend(BackendChoice::Cpu);
        fast->setParameters(model);
        const auto data = labelledNoise(100);
        const UnitStatistics a = survey(*fast, data, 30);
        const UnitStatistics b = survey(*plain, data, 100);
        for (std::size_t j = 0; j < kHidden; ++j) {
            // Inputs of size 10 round to 2e-6, a quarter of that in a probability.
            QVERIFY(std::abs(a.meanActivation[j] - b.meanActivation[j]) < 1e-6F);
            for (std::size_t at = 0; at < b.top; ++at)
                QVERIFY(std::abs(a.topImagesOf(j)[at].activation -
                                 b.topImagesOf(j)[at].activation) < 1e-6F);
        }
    }

    void imagesWithoutLabelsHaveNoClasses() {
        RbmParameters model;
        const auto backend = referenceBackend(model);
        const UnitStatistics found = survey(*backend, randomImages(5, 4, 10, true, 7), 4);
        QCOMPARE(found.classes, std::size_t{0});
        QVERIFY(found.classMeansOf(2).empty());
        QCOMPARE(found.top, std::size_t{10}); // there are no more
        QVERIFY(found.meanActivation[2] > 0);
    }

    void noImagesAreToldOf() {
        const auto backend = makeReferenceBackend();
        QVERIFY_EXCEPTION_THROWN(
            UnitSurvey(*backend, std::make_shared<Dataset>(), 3, Pixels::Gray, 1), Error);
    }
};

QTEST_GUILESS_MAIN(TestUnitStatistics)
#include "test_unit_statistics.moc"
