#include "engine/backend/backend_list.h"
#include "engine/inspection/silence.h"
#include "engine/inspection/unit_order.h"
#include "engine/sampling/gibbs_sampler.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <limits>

using namespace rbm;
using namespace rbm::test;

namespace {

using Order = std::vector<std::uint32_t>;

/// A model of two pixels whose units' weights are these columns.
RbmParameters modelOf(const std::vector<std::pair<float, float>> &filters) {
    auto model = RbmParameters::zeros(2, filters.size());
    for (std::size_t j = 0; j < filters.size(); ++j) {
        model.weights[j] = filters[j].first;
        model.weights[filters.size() + j] = filters[j].second;
    }
    return model;
}

Order similarityOf(const RbmParameters &model, std::size_t step) {
    SimilarityOrder order(model);
    while (order.advance(step)) {
    }
    return order.order();
}

} // namespace

class TestUnitOrder : public QObject {
    Q_OBJECT

private slots:
    void theNormIsOfAUnitsWeights() {
        const auto norms = weightNorms(modelOf({{3, -4}, {0, 0}, {0, 2}}));
        QCOMPARE(norms, (std::vector<float>{5, 0, 2}));
    }

    void theLargestKeyComesFirstAndEqualOnesKeepTheirOrder() {
        QCOMPARE(orderDescending(std::vector<float>{1, 3, 2, 3}), (Order{1, 3, 2, 0}));
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(orderDescending(std::vector<float>{nan, 1, 2}), (Order{2, 1, 0}));
        QVERIFY(orderDescending({}).empty());
    }

    // Directions 0, 90, 10, 80 and 180 degrees, the second the strongest.
    void neighboursLookAlike() {
        const auto model = modelOf({{1, 0}, {0, 5}, {0.98F, 0.17F}, {0.17F, 0.98F}, {-1, 0}});
        QCOMPARE(similarityOf(model, 1), (Order{1, 3, 2, 0, 4}));
    }

    void similarityDoesNotDependOnStrengthOrParts() {
        auto model = randomModel(30, 40, 1, 5);
        const Order order = similarityOf(model, 7);
        QCOMPARE(similarityOf(model, 1000), order);
        // All but the first, the strongest, weaker by half and more.
        for (std::size_t i = 0; i < model.visible; ++i) {
            for (std::size_t j = 0; j < model.hidden; ++j)
                model.weights[i * model.hidden + j] *= j == order.front() ? 1.0F : 0.25F;
        }
        QCOMPARE(similarityOf(model, 3), order);
        Order sorted = order;
        std::ranges::sort(sorted);
        for (std::uint32_t unit = 0; unit < 40; ++unit)
            QCOMPARE(sorted[unit], unit);
    }

    void unitsWithoutWeightsHaveAPlaceToo() {
        QCOMPARE(similarityOf(modelOf({{0, 0}, {0, 0}, {0, 0}}), 1), (Order{0, 1, 2}));
    }

    void aSilentUnitIsNeverOnAndChangesNothing_data() {
        QTest::addColumn<bool>("fast");
        QTest::newRow("reference") << false;
        QTest::newRow("CPU") << true;
    }

    void aSilentUnitIsNeverOnAndChangesNothing() {
        QFETCH(bool, fast);
        auto model = randomModel(20, 10, 1, 4);
        model.hiddenBias[3] = 40; // else it would always be on
        std::unique_ptr<Backend> backend = makeReferenceBackend();
        if (fast)
            backend = makeBackend(BackendChoice::Cpu);
        const Order units = {3, 99}; // there is no unit 99
        backend->setParameters(withoutUnits(model, units));
        auto sampler = GibbsSampler::fromNoise(*backend, 20, 50, 1);
        for (int step = 0; step < 20; ++step) {
            sampler.advance(1);
            const ChainStates states = sampler.states();
            for (std::size_t chain = 0; chain < states.count; ++chain)
                QCOMPARE(int{states.hidden[chain * 10 + 3]}, 0);
        }
    }

    void chainsThatMoveToTheSameModelGoOnAsIfTheyHadStayed() {
        const auto model = randomModel(20, 10, 1, 4);
        const auto here = makeBackend(BackendChoice::Cpu);
        const auto there = makeBackend(BackendChoice::Cpu);
        here->setParameters(model);
        there->setParameters(model);
        auto stays = GibbsSampler::fromNoise(*here, 20, 30, 1);
        auto moves = GibbsSampler::fromNoise(*here, 20, 30, 1);
        stays.advance(9);
        moves.advance(4);
        moves.moveTo(*there);
        moves.advance(5);
        QVERIFY(moves.states() == stays.states());
        moves.moveTo(*here);
        QCOMPARE(moves.probabilities(), stays.probabilities());
    }
};

QTEST_GUILESS_MAIN(TestUnitOrder)
#include "test_unit_order.moc"
