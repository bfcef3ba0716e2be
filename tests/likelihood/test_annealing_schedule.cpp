// Where annealing starts, and through which temperatures it goes.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/likelihood/annealing_schedule.h"
#include "engine/likelihood/base_model.h"
#include "engine/likelihood/work_budget.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

/// Two images of 3 pixels: never, always, and once a third.
std::shared_ptr<const Dataset> fewImages() {
    auto data = std::make_shared<Dataset>();
    data->width = 3;
    data->height = 1;
    data->pixels = {0, 255, 85, 0, 255, 0};
    return data;
}

double logit(double p) { return std::log(p / (1 - p)); }

std::size_t countBelow(const std::vector<float> &betas, float beta) {
    return static_cast<std::size_t>(
        std::count_if(betas.begin(), betas.end(), [=](float b) { return b < beta; }));
}

} // namespace

class TestAnnealingSchedule : public QObject {
    Q_OBJECT

private slots:
    void temperaturesGoFromZeroToOneAndNeverBack() {
        const std::vector<double> rough = {0, 5, 0, 0, 1e6, 3};
        for (const std::size_t steps : {1U, 2U, 7U, 1000U}) {
            const auto betas = placeTemperatures(rough, steps);
            QCOMPARE(betas.size(), steps + 1);
            QCOMPARE(betas.front(), 0.0F);
            QCOMPARE(betas.back(), 1.0F);
            QVERIFY(std::is_sorted(betas.begin(), betas.end()));
        }
    }

    void withoutFrictionTemperaturesAreEven() {
        const auto even = evenTemperatures(50);
        for (const auto &friction : {std::vector<double>(20, 0.0), std::vector<double>(20, 3.0)}) {
            const auto betas = placeTemperatures(friction, 50);
            for (std::size_t t = 0; t <= 50; ++t)
                QVERIFY(std::abs(betas[t] - even[t]) < 1e-6F);
        }
    }

    // Friction 9 times as large in the upper half: density 3 to 1, less the even tenth:
    // 0.1 + 0.9 * 0.5 = 0.55 of the mean in the lower half.
    void temperaturesAreAsDenseAsTheSquareRootOfTheFriction() {
        const auto betas = placeTemperatures(std::vector<double>{1, 1, 9, 9}, 1000);
        QVERIFY(std::abs(static_cast<double>(countBelow(betas, 0.5F)) - 275) <= 1);
    }

    // Gains of variance 4 (of a sample of 2: (1 - -1)^2 / 2 = 2), over a tenth, in 50 sweeps.
    void frictionIsTheGainsVarianceTimesSweepsPerSquaredWidth() {
        const std::vector<double> gained = {1, -1};
        QVERIFY(std::abs(frictionOf(gained, 0.1, 50) - 2 * 50 / 0.01) < 1e-9);
    }

    void theBaseModelIsOnAsOftenAsTheData() {
        auto model = RbmParameters::zeros(3, 2);
        model.hiddenBias = {0.5F, -20};
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const BaseModel base = fitBaseModel(*backend, *fewImages(), 1);
        const double visible[] = {logit(0.5 / 3), logit(2.5 / 3), logit((1.0 / 3 + 0.5) / 3)};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(static_cast<double>(base.visibleBias[i]) - visible[i]) < 1e-5);
        const double on = 1 / (1 + std::exp(-0.5));
        QVERIFY(std::abs(static_cast<double>(base.hiddenBias[0]) - logit((2 * on + 0.5) / 3)) <
                1e-5);
        QVERIFY(std::abs(static_cast<double>(base.hiddenBias[1]) - logit(0.5 / 3)) < 1e-5);
    }

    void theBaseModelsLogZIsThatOfItsEnumeration() {
        const BaseModel base{{0.3F, -2, 1}, {-1, 4}};
        auto model = RbmParameters::zeros(3, 2);
        model.visibleBias = base.visibleBias;
        model.hiddenBias = base.hiddenBias;
        QVERIFY(std::abs(base.logZ() - bruteForceLogZ(model)) < 1e-6);
    }

    // 20,000 draws of each unit: 4.5 standard deviations each, chance 1e-5.
    void samplesOfTheBaseModelAreOnAsOftenAsItSays() {
        const BaseModel base{{0.3F, -2, 7}, {0}};
        constexpr std::size_t kCount = 20000;
        const auto states = sampleVisible(base, kCount, 5, 3);
        for (std::size_t i = 0; i < 3; ++i) {
            double on = 0;
            for (std::size_t n = 0; n < kCount; ++n)
                on += states[n * 3 + i];
            const double p = 1 / (1 + std::exp(-static_cast<double>(base.visibleBias[i])));
            QVERIFY(std::abs(on / kCount - p) < 4.5 * std::sqrt(p * (1 - p) / kCount));
        }
        const auto part = sampleVisible(base, 10, 5, 103);
        QVERIFY(std::equal(part.begin(), part.end(), states.begin() + 300));
    }

    // Either image half of the time, its gray pixel on in a third of the draws.
    void sampledImagesAreChosenAndDrawnAsTheirPixelsSay() {
        constexpr std::size_t kCount = 20000;
        const auto states = sampleImages(*fewImages(), kCount, 6, 0);
        double on[3] = {};
        for (std::size_t at = 0; at < states.size(); ++at)
            on[at % 3] += states[at];
        QCOMPARE(on[0], 0.0);
        QCOMPARE(on[1], static_cast<double>(kCount));
        const double p = 1.0 / 6;
        QVERIFY(std::abs(on[2] / kCount - p) < 4.5 * std::sqrt(p * (1 - p) / kCount));
    }

    void moreSecondsMeanMoreTemperaturesThenMoreRuns() {
        const double rate = 4e-6;
        const AnnealingPlan half = planForBudget(0.5, rate);
        const AnnealingPlan two = planForBudget(2, rate);
        const AnnealingPlan many = planForBudget(100, rate);
        QCOMPARE(half.runs, two.runs);
        QVERIFY(two.temperatures > 3 * half.temperatures);
        QVERIFY(many.runs > 10 * two.runs && many.temperatures > two.temperatures);
        for (const AnnealingPlan &plan : {half, two, many}) {
            const double seconds = static_cast<double>(plan.totalSweeps()) * rate;
            const double budget = plan == half ? 0.5 : plan == two ? 2 : 100;
            QVERIFY(seconds <= 1.02 * budget && seconds > 0.85 * budget);
        }
    }

    void budgetsOfAnySizeGiveAValidPlan() {
        for (const double seconds : {0.0, 1e-9, 1.0, 1e12})
            requireValid(planForBudget(seconds, 1e-6));
        QVERIFY_THROWS_EXCEPTION(Error, requireValid(AnnealingPlan{31, 1000}));
        QVERIFY_THROWS_EXCEPTION(Error, requireValid(AnnealingPlan{6, 1000}));
        QVERIFY_THROWS_EXCEPTION(Error, requireValid(AnnealingPlan{32, 5}));
    }

    void measuringTheRateLeavesTheModelAlone() {
        const auto model = randomModel(20, 30, 0.3, 7);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const auto images = randomImages(5, 4, 10, false, 1);
        QVERIFY(measureSecondsPerSweep(*backend, *images, 1) > 0);
        QVERIFY(backend->parameters() == model);
    }
};

QTEST_GUILESS_MAIN(TestAnnealingSchedule)
#include "test_annealing_schedule.moc"
