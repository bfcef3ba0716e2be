#include "engine/random/philox.h"

#include <QtTest>

class TestPhilox : public QObject {
    Q_OBJECT

private slots:
    // Known answers of Random123's kat_vectors for philox4x32 with 10 rounds.
    void knownAnswersAreReproduced() {
        using Words = std::array<std::uint32_t, 4>;
        QVERIFY((rbm::philox4x32({0, 0, 0, 0}, {0, 0}) ==
                 Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY((rbm::philox4x32({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}) ==
                 Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    }

    void neighbouringUnitsStepsAndChainsDrawDifferentBits() {
        using rbm::Purpose;
        const auto bits = rbm::randomBits(1, Purpose::Ais, 5, 6, 7);
        QVERIFY(bits != rbm::randomBits(2, Purpose::Ais, 5, 6, 7));
        QVERIFY(bits != rbm::randomBits(1, Purpose::AisHidden, 5, 6, 7));
        QVERIFY(bits != rbm::randomBits(1, Purpose::Ais, 6, 6, 7));
        QVERIFY(bits != rbm::randomBits(1, Purpose::Ais, 5 + (1ULL << 32), 6, 7));
        QVERIFY(bits != rbm::randomBits(1, Purpose::Ais, 5, 7, 7));
        QVERIFY(bits != rbm::randomBits(1, Purpose::Ais, 5, 6, 8));
    }
};

QTEST_GUILESS_MAIN(TestPhilox)
#include "test_philox.moc"
