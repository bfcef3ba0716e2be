// How chains go from class to class, and who tells the classes.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/inspection/digit_classifier.h"
#include "engine/sampling/mixing.h"
#include "tests/support/reference_backend.h"
#include "tests/support/two_modes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kVisible = 12;

/// More than 8 on: class 1; fewer than 4: class 0; else unsure.
std::vector<int> modes(std::span<const std::uint8_t> images) {
    std::vector<int> result;
    for (std::size_t at = 0; at < images.size(); at += kVisible) {
        const auto image = images.subspan(at, kVisible);
        const auto on = std::count(image.begin(), image.end(), 255);
        result.push_back(on > 8 ? 1 : on < 4 ? 0 : -1);
    }
    return result;
}

std::uint64_t sumOf(const std::vector<std::uint32_t> &values) {
    return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
}

/// Images of two kinds that a linear classifier of the pixels tells apart, and their labels.
std::shared_ptr<const Dataset> twoKinds(std::size_t count) {
    auto data = std::make_shared<Dataset>();
    data->width = 4;
    data->height = 3;
    std::mt19937 generator(1);
    for (std::size_t n = 0; n < count; ++n) {
        const auto label = static_cast<std::uint8_t>(generator() % 2);
        data->labels.push_back(label);
        for (std::size_t i = 0; i < kVisible; ++i) {
            const bool on = generator() % 10 < ((i < 6) == (label == 0) ? 9U : 1U);
            data->pixels.push_back(on ? 255 : 0);
        }
    }
    return data;
}

/// Hidden unit i copies visible unit i.
RbmParameters copies() {
    auto p = RbmParameters::zeros(kVisible, kVisible);
    for (std::size_t i = 0; i < kVisible; ++i) {
        p.weights[i * kVisible + i] = 10;
    }
    std::fill(p.hiddenBias.begin(), p.hiddenBias.end(), -5.0F);
    return p;
}

} // namespace

class TestMixing : public QObject {
    Q_OBJECT
private slots:
    // 60 chains from the lower mode. Tempered chains are in both modes alike: the share of the
    // upper one over 2,000 steps, from some 60 * 100 independent visits, has sigma below 0.02.
    void temperedChainsChangeTheirClassAndPlainOnesStay() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(twoModes());
        MixingStudy::Options options;
        options.classes = 2;
        options.replicas = 8;
        const std::vector<std::uint8_t> starts(60 * kVisible);
        MixingStudy study(*backend, starts, 60, options, modes);
        while (study.steps() < 2000) {
            study.advance();
        }
        const ClassVisits &plain = study.plain();
        const ClassVisits &tempered = study.tempered();
        QVERIFY(sumOf(plain.changes) < 60);
        QVERIFY(sumOf(tempered.changes) > 60 * 20);
        const auto visits = static_cast<double>(tempered.visits[0] + tempered.visits[1]);
        const double share = static_cast<double>(tempered.visits[1]) / visits;
        QVERIFY2(std::abs(share - 0.5) < 0.08, qPrintable(QString::number(share)));
        QCOMPARE(plain.visits[0] + plain.visits[1] + plain.unsure, 60U * 201U);
        QVERIFY(study.ladder().roundTrips > 60);
    }

    // A look that is unsure neither changes a class nor forgets it.
    void onlySureClassesCount() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(twoModes());
        const std::vector<int> told = {0, -1, 1, 1, -1, 0};
        std::size_t look = 0;
        MixingStudy::Options options;
        options.classes = 2;
        options.lookEvery = 1;
        const std::vector<std::uint8_t> starts(kVisible);
        MixingStudy study(*backend, starts, 1, options, [&](auto) {
            return std::vector<int>{told.at(look++ / 2)}; // plain, then tempered
        });
        for (int step = 0; step < 5; ++step) {
            study.advance();
        }
        for (const ClassVisits *visits : {&study.plain(), &study.tempered()}) {
            QCOMPARE(visits->changes, std::vector<std::uint32_t>{2});
            QCOMPARE(visits->visits, (std::vector<std::uint64_t>{2, 2}));
            QCOMPARE(visits->unsure, 2U);
        }
    }

    // The best that can be told: 12 pixels of which each is right with 0.9; more wrong than
    // right has a chance of 0.0005, a tie of 0.0005.
    void theClassifierTellsWhatCanBeTold() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(copies());
        DigitClassifier classifier(*backend, twoKinds(2000), 1);
        QCOMPARE(classifier.progress(), 0.0);
        while (classifier.train()) {
        }
        QCOMPARE(classifier.progress(), 1.0);
        QCOMPARE(classifier.classes(), std::size_t{2});
        QVERIFY(classifier.accuracy(*twoKinds(2000)) > 0.99);
        const auto p = classifier.probabilities(twoKinds(10)->pixels);
        for (std::size_t n = 0; n < 10; ++n) {
            QVERIFY(std::abs(p[2 * n] + p[2 * n + 1] - 1) < 1e-6F);
        }
    }

    void imagesWithoutLabelsAreRefused() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(copies());
        QVERIFY_THROWS_EXCEPTION(Error,
                                 DigitClassifier(*backend, randomImages(4, 3, 5, true, 1), 1));
    }
};

QTEST_GUILESS_MAIN(TestMixing)
#include "test_mixing.moc"
