#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/sampling/chain_history.h"
#include "engine/sampling/gibbs_sampler.h"
#include "engine/sampling/nearest_image.h"
#include "tests/support/reference_backend.h"

#include <QTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kVisible = 37; // no multiple of 8
constexpr std::size_t kHidden = 13;
constexpr std::size_t kChains = 5;

std::vector<std::uint8_t> starts() {
    std::vector<std::uint8_t> bytes(kChains * kVisible);
    for (std::size_t at = 0; at < bytes.size(); ++at)
        bytes[at] = static_cast<std::uint8_t>(at * 53 % 256);
    return bytes;
}

std::unique_ptr<Backend> backendOf(const RbmParameters &parameters) {
    auto backend = makeBackend(BackendChoice::Cpu);
    backend->setParameters(parameters);
    return backend;
}

} // namespace

class TestChainHistory : public QObject {
    Q_OBJECT
private slots:
    void statesComeBackAsTheyWere() {
        const auto backend = backendOf(randomModel(kVisible, kHidden, 0.5, 1));
        GibbsSampler sampler(*backend, starts(), kChains, 7);
        ChainHistory history(kChains, kVisible + kHidden, 100, 1 << 20);
        QCOMPARE(history.spacing(), std::uint64_t{1});
        std::vector<ChainStates> all;
        for (std::uint64_t step = 0; step < 20; ++step) {
            all.push_back(sampler.states());
            history.keep(step, 0, all.back());
            sampler.advance(1);
        }
        for (std::uint64_t step = 0; step < 20; ++step) {
            const auto &frame = history.before(step);
            QCOMPARE(frame.step, step);
            QVERIFY(history.states(frame) == all[step]);
            const ChainStates third = history.chain(frame, 3);
            QVERIFY(std::equal(third.visible.begin(), third.visible.end(),
                               all[step].visible.begin() + 3 * kVisible));
            QVERIFY(std::equal(third.hidden.begin(), third.hidden.end(),
                               all[step].hidden.begin() + 3 * kHidden));
        }
    }

    void moreChainsAreKeptLessOftenSoThatMemoryStaysBounded() {
        constexpr std::size_t kMost = 32U << 20;
        for (const std::size_t hidden : {500U, 4000U}) {
            const ChainHistory history(225, 784 + hidden, 3000, kMost);
            const std::size_t frame = (225 * (784 + hidden) + 7) / 8;
            QVERIFY(3000 / history.spacing() * frame <= kMost);
        }
        QCOMPARE(ChainHistory(225, 784 + 500, 3000, kMost).spacing(), std::uint64_t{4});
    }

    void theSameStepReplacesWhatWasKept() {
        ChainStates states{1, {0, 1}, {1}};
        ChainHistory history(1, 3, 10, 1000);
        history.keep(0, 0, states);
        history.keep(4, 0, states);
        states.hidden[0] = 0;
        history.keep(4, 1, states);
        QCOMPARE(history.before(3).step, std::uint64_t{0});
        QCOMPARE(history.before(9).model, 1U);
        QVERIFY(history.states(history.before(9)) == states);
        QVERIFY_EXCEPTION_THROWN(ChainHistory(1, 3, 10, 1000).before(0), Error);
    }

    void resumedChainsMakeTheSameStepsBitForBit() {
        const auto backend = backendOf(randomModel(kVisible, kHidden, 0.5, 1));
        GibbsSampler run(*backend, starts(), kChains, 7);
        run.advance(12);
        const ChainStates twelfth = run.states();
        run.advance(30);
        GibbsSampler again(*backend, starts(), kChains, 7);
        again.resume(twelfth, 12);
        again.advance(30);
        QCOMPARE(again.steps(), std::uint64_t{42});
        QVERIFY(again.states() == run.states());
        QCOMPARE(again.probabilities(), run.probabilities());
    }

    void heldUnitsKeepTheirStateAndShowTheirStart() {
        const auto backend = backendOf(randomModel(kVisible, kHidden, 2, 1));
        GibbsSampler sampler(*backend, starts(), kChains, 7);
        std::vector<std::uint8_t> held(kVisible);
        std::fill_n(held.begin(), kVisible / 2, std::uint8_t{1});
        sampler.hold(held);
        const ChainStates first = sampler.states();
        bool othersMoved = false;
        for (int step = 0; step < 30; ++step) {
            sampler.advance(1);
            const ChainStates now = sampler.states();
            const auto shown = sampler.probabilities();
            for (std::size_t at = 0; at < now.visible.size(); ++at) {
                if (held[at % kVisible] == 0) {
                    othersMoved = othersMoved || now.visible[at] != first.visible[at];
                    continue;
                }
                QCOMPARE(now.visible[at], first.visible[at]);
                QCOMPARE(shown[at], static_cast<float>(starts()[at]) / 255.0F);
            }
        }
        QVERIFY(othersMoved);
    }

    void eachChainHoldsItsOwnUnits() {
        const auto backend = backendOf(randomModel(kVisible, kHidden, 2, 1));
        GibbsSampler sampler(*backend, starts(), kChains, 7);
        std::vector<std::uint8_t> held(kChains * kVisible);
        for (std::size_t at = 0; at < held.size(); ++at)
            held[at] = at / kVisible != 1 && (at * 7 + at / kVisible) % 3 == 0 ? 1 : 0;
        sampler.hold(held);
        const ChainStates first = sampler.states();
        std::vector<bool> moved(kChains);
        for (int step = 0; step < 30; ++step) {
            sampler.advance(1);
            const ChainStates now = sampler.states();
            const auto shown = sampler.probabilities();
            for (std::size_t at = 0; at < held.size(); ++at) {
                if (held[at] == 0) {
                    moved[at / kVisible] =
                        moved[at / kVisible] || now.visible[at] != first.visible[at];
                    continue;
                }
                QCOMPARE(now.visible[at], first.visible[at]);
                QCOMPARE(shown[at], static_cast<float>(starts()[at]) / 255.0F);
            }
        }
        QVERIFY(std::all_of(moved.begin(), moved.end(), [](bool did) { return did; }));
    }

    void freeEnergiesAreThoseOfTheBinaryStates() {
        const auto backend = backendOf(randomModel(kVisible, kHidden, 0.5, 1));
        GibbsSampler sampler(*backend, starts(), kChains, 7);
        sampler.advance(5);
        const RbmParameters used = backend->sampledParameters();
        const auto energies = sampler.freeEnergies(used.visibleBias);
        const ChainStates now = sampler.states();
        for (std::size_t chain = 0; chain < kChains; ++chain) {
            const auto first = now.visible.begin() + static_cast<std::ptrdiff_t>(chain * kVisible);
            const std::vector<float> v(first, first + kVisible);
            QVERIFY(std::abs(energies[chain] - freeEnergy(used, v)) < 1e-4);
        }
    }

    void theNearestImageIsThatOfAPlainSearch() {
        auto images = std::make_shared<Dataset>();
        images->width = 6;
        images->height = 5;
        for (std::size_t at = 0; at < 200UL * 30; ++at)
            images->pixels.push_back(static_cast<std::uint8_t>(at * at * 31 % 256));
        std::vector<float> picture(30);
        for (std::size_t at = 0; at < picture.size(); ++at)
            picture[at] = static_cast<float>(at * 7 % 11) / 10.0F;
        NearestImage search(images, picture);
        while (search.advance(17)) {
        }
        double least = 1e9;
        std::size_t nearest = 0;
        for (std::size_t row = 0; row < images->count(); ++row) {
            double sum = 0;
            for (std::size_t at = 0; at < 30; ++at)
                sum += std::pow(
                    static_cast<double>(images->image(row)[at] - std::lround(picture[at] * 255.0F)),
                    2);
            if (sum < least) {
                least = sum;
                nearest = row;
            }
        }
        QCOMPARE(search.nearest(), nearest);
        QVERIFY(std::abs(search.distance() - std::sqrt(least) / 255) < 1e-9);
    }

    void aReconstructionOfSaturatedUnitsIsPlain() {
        auto model = RbmParameters::zeros(2, 1);
        model.weights = {40, -40};
        model.hiddenBias = {-20};
        model.visibleBias = {0, 20};
        // The first pixel turns the unit on, which turns the second pixel off.
        const auto seen = reconstruct(model, std::vector<float>{1, 0});
        QVERIFY(seen[0] > 0.99F && seen[1] < 0.01F);
        const auto blank = reconstruct(model, std::vector<float>{0, 0});
        QVERIFY(std::abs(blank[0] - 0.5F) < 1e-5F && blank[1] > 0.99F);
    }
};

QTEST_GUILESS_MAIN(TestChainHistory)
#include "test_chain_history.moc"
