#include "ui/support/starter_digits.h"

#include <QTest>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace {

std::array<std::size_t, 10> countClasses(const rbm::Dataset &digits) {
    std::array<std::size_t, 10> counts{};
    for (const std::uint8_t label : digits.labels)
        ++counts.at(label);
    return counts;
}

bool isEven(const rbm::Dataset &digits, std::size_t perClass) {
    for (const std::size_t count : countClasses(digits)) {
        if (count != perClass)
            return false;
    }
    return true;
}

using Means = std::vector<std::vector<double>>;

Means classMeans(const rbm::Dataset &digits) {
    Means means(10, std::vector<double>(digits.imageSize()));
    for (std::size_t i = 0; i < digits.count(); ++i) {
        for (std::size_t pixel = 0; pixel < digits.imageSize(); ++pixel)
            means[digits.labels[i]][pixel] += digits.image(i)[pixel] / 200.0;
    }
    return means;
}

std::size_t nearestClass(const Means &means, std::span<const std::uint8_t> image) {
    std::map<double, std::size_t> byDistance;
    for (std::size_t label = 0; label < means.size(); ++label) {
        double distance = 0;
        for (std::size_t pixel = 0; pixel < image.size(); ++pixel) {
            const double difference = image[pixel] - means[label][pixel];
            distance += difference * difference;
        }
        byDistance.emplace(distance, label);
    }
    return byDistance.begin()->second;
}

} // namespace

class TestStarterDigits : public QObject {
    Q_OBJECT

private:
    rbm::DatasetPair m_digits;

private slots:
    void initTestCase() { m_digits = rbm::loadStarterDigits(); }

    void thereAre2000TrainingAnd500TestDigits() {
        QCOMPARE(m_digits.name, std::string("starter digits"));
        QCOMPARE(m_digits.train->count(), std::size_t{2000});
        QCOMPARE(m_digits.test->count(), std::size_t{500});
        QCOMPARE(m_digits.train->width, std::size_t{28});
        QCOMPARE(m_digits.test->height, std::size_t{28});
    }

    void digitsAreEvenlyOverTheClasses() {
        QCOMPARE(m_digits.train->labels.size(), std::size_t{2000});
        QVERIFY(isEven(*m_digits.train, 200));
        QVERIFY(isEven(*m_digits.test, 50));
    }

    /// The nearest mean is right for about 4 of 5 MNIST digits, and for 1 of 10
    /// where labels and images do not belong together.
    void labelsBelongToTheirImages() {
        const Means means = classMeans(*m_digits.train);
        std::size_t right = 0;
        for (std::size_t i = 0; i < m_digits.test->count(); ++i)
            right += nearestClass(means, m_digits.test->image(i)) == m_digits.test->labels[i];
        QVERIFY2(right > 350, qPrintable(QString("%1 of 500 are right").arg(right)));
    }

    void digitsStandAsInMnist() {
        const std::vector<std::uint8_t> first = {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};
        QVERIFY(std::equal(first.begin(), first.end(), m_digits.train->labels.begin()));
    }
};

QTEST_GUILESS_MAIN(TestStarterDigits)
#include "test_starter_digits.moc"
