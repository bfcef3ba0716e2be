#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "engine/base/read_file.h"
#include "engine/data/idx.h"
#include "tests/support/gzip.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>

using namespace rbm;
using rbm::test::gzip;
using Bytes = std::vector<std::uint8_t>;

namespace {

/// Two images of 2 rows and 3 columns.
const Bytes kImages = {0, 0, 8, 3, 0, 0, 0, 2, 0,   0,   0,   2,   0,   0,
                       0, 3, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255};

bool isRefused(const Bytes &content) {
    try {
        parseIdx(content, "file");
    } catch (const Error &) {
        return true;
    }
    return false;
}

void write(const std::filesystem::path &path, const Bytes &bytes) {
    writeFileAtomically(path, std::as_bytes(std::span(bytes)));
}

} // namespace

class TestIdx : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char *name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void writtenArrayReadsBackTheSame() {
        const IdxArray array{{2, 3}, {1, 2, 3, 4, 5, 6}};
        writeIdx(path("array"), array);
        const IdxArray back = readIdx(path("array"));
        QVERIFY(back.shape == array.shape);
        QVERIFY(back.bytes == array.bytes);
    }

    void gzipReadsAsThePlainFile() {
        const IdxArray plain = parseIdx(kImages, "plain");
        const IdxArray packed = parseIdx(gzip(kImages), "packed");
        QVERIFY(plain.shape == (std::vector<std::size_t>{2, 2, 3}));
        QVERIFY(packed.shape == plain.shape);
        QVERIFY(packed.bytes == plain.bytes);
        QVERIFY(unpackIfGzip(gzip(kImages), "packed") == kImages);
    }

    void gzipMembersInARowReadAsOne() {
        Bytes packed = gzip({kImages.begin(), kImages.begin() + 9});
        const Bytes second = gzip({kImages.begin() + 9, kImages.end()});
        packed.insert(packed.end(), second.begin(), second.end());
        QVERIFY(unpackIfGzip(packed, "packed") == kImages);
    }

    void everyTruncationIsRefused() {
        for (const Bytes &whole : {kImages, gzip(kImages)}) {
            for (std::size_t length = 0; length < whole.size(); ++length) {
                QVERIFY(isRefused({whole.begin(), whole.begin() + length}));
            }
        }
    }

    void trailingBytesAreRefused() {
        for (Bytes content : {kImages, gzip(kImages)}) {
            content.push_back(0);
            QVERIFY(isRefused(content));
        }
    }

    void flippedBitsOfGzipAreRefusedOrHarmless() {
        const Bytes whole = gzip(kImages);
        for (std::size_t i = 0; i < whole.size() * 8; ++i) {
            Bytes bad = whole;
            bad[i / 8] ^= static_cast<std::uint8_t>(1U << i % 8);
            if (!isRefused(bad)) { // the time stamp in the header, say
                QVERIFY(unpackIfGzip(bad, "bad") == kImages);
            }
        }
    }

    void hugeSizesAreRefusedBeforeMemoryIsTaken() {
        Bytes content = kImages;
        std::fill(content.begin() + 4, content.begin() + 16, std::uint8_t{255});
        QVERIFY(isRefused(content));
    }

    void otherElementTypesAreRefused() {
        Bytes content = kImages;
        content[2] = 0x0d;
        QVERIFY(isRefused(content));
    }

    void folderWithImagesAloneOpens() {
        std::filesystem::create_directory(path("digits"));
        QVERIFY(!hasDataFiles(path("digits")));
        QVERIFY_THROWS_EXCEPTION(Error, loadDataFolder(path("digits")));
        write(path("digits/train-images-idx3-ubyte"), kImages);
        write(path("digits/t10k-images-idx3-ubyte.gz"), gzip(kImages));
        QVERIFY(hasDataFiles(path("digits")));
        const DatasetPair pair = loadDataFolder(path("digits/"));
        QCOMPARE(pair.name, std::string("digits"));
        QCOMPARE(pair.train->width, std::size_t{3});
        QCOMPARE(pair.test->height, std::size_t{2});
        QVERIFY(pair.train->labels.empty());
        write(path("digits/train-labels-idx1-ubyte"), {0, 0, 8, 1, 0, 0, 0, 2, 7, 9});
        QVERIFY(loadDataFolder(path("digits")).train->labels == (Bytes{7, 9}));
        write(path("digits/train-labels-idx1-ubyte"), {0, 0, 8, 1, 0, 0, 0, 1, 7});
        QVERIFY_THROWS_EXCEPTION(Error, loadDataFolder(path("digits")));
        std::filesystem::remove(path("digits/train-labels-idx1-ubyte"));
        std::filesystem::create_directory(path("digits/train-labels-idx1-ubyte"));
        QVERIFY_THROWS_EXCEPTION(Error, loadDataFolder(path("digits")));
    }

    void missingFileAndFolderAreNamed() {
        for (const auto &missing : {path("missing"), path("")}) {
            try {
                readIdx(missing);
                QFAIL("was read");
            } catch (const Error &error) {
                QVERIFY(std::string(error.what()).find(missing.string()) != std::string::npos);
            }
        }
    }

    void failedWriteKeepsTheOldFileAndLeavesNoTemporary() {
        // Moving a file onto a folder fails after the temporary is written.
        std::filesystem::create_directories(path("place/taken"));
        write(path("place/taken/old"), kImages);
        QVERIFY_THROWS_EXCEPTION(Error, write(path("place/taken"), {1}));
        QVERIFY(readWholeFile(path("place/taken/old"), 1000) == kImages);
        const std::filesystem::directory_iterator entries(path("place"));
        QCOMPARE(std::distance(begin(entries), end(entries)), 1);
        QVERIFY_THROWS_EXCEPTION(Error, write(path("place/taken/old/below"), {1}));
        QVERIFY(readWholeFile(path("place/taken/old"), 1000) == kImages);
        QVERIFY_THROWS_EXCEPTION(Error, write(path("missing/file"), {1}));
    }

    void writeThatFailsHalfwayKeepsTheOldFileAndLeavesNoTemporary() {
        // A limit on the size of files stands in for a full disk.
        std::filesystem::create_directory(path("limited"));
        write(path("limited/file"), kImages);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small = {1000, before.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        bool refused = false;
        try {
            write(path("limited/file"), Bytes(5000));
        } catch (const Error &) {
            refused = true;
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(refused);
        QVERIFY(readWholeFile(path("limited/file"), 1000) == kImages);
        const std::filesystem::directory_iterator entries(path("limited"));
        QCOMPARE(std::distance(begin(entries), end(entries)), 1);
    }

    void binariseFollowsTheChoiceOfPixels() {
        Dataset dataset{2, 2, {0, 127, 128, 255}, {}};
        QVERIFY(binarise(dataset, Pixels::Gray, 1) == dataset.pixels);
        QVERIFY(binarise(dataset, Pixels::Threshold, 1) == (Bytes{0, 0, 255, 255}));
        const Bytes sampled = binarise(dataset, Pixels::Sampled, 1);
        QVERIFY(sampled == binarise(dataset, Pixels::Sampled, 1));
        QCOMPARE(sampled.front(), std::uint8_t{0});
        QCOMPARE(sampled.back(), std::uint8_t{255});
    }

    void eachPixelIsSampledByItsOwnRandomBits() {
        constexpr std::uint64_t kStep = 9;
        for (const std::size_t size : {1, 5, 64, 784, 1000}) {
            Bytes image(size);
            for (std::size_t i = 0; i < size; ++i) {
                image[i] = static_cast<std::uint8_t>(i * 37 % 256);
            }
            Bytes plain(size);
            for (std::size_t i = 0; i < size; ++i) {
                const auto bits =
                    randomBits(7, Purpose::PixelSampling, kStep, 3, static_cast<std::uint32_t>(i));
                plain[i] = toUnit(bits) < image[i] / 255.0 ? 255 : 0;
            }
            samplePixels(image, 7, Purpose::PixelSampling, kStep, 3);
            QVERIFY(image == plain);
        }
    }

    void sampledPixelsHaveTheGrayValueAsMean() {
        const Dataset dataset{100, 100, Bytes(10000, 64), {}};
        const Bytes sampled = binarise(dataset, Pixels::Sampled, 3);
        const auto on = static_cast<double>(std::count(sampled.begin(), sampled.end(), 255));
        const double p = 64 / 255.0;
        QVERIFY(std::abs(on - 10000 * p) < 5 * std::sqrt(10000 * p * (1 - p)));
    }
};

QTEST_GUILESS_MAIN(TestIdx)
#include "test_idx.moc"
