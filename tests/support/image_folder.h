#pragma once

#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"

#include <QDir>
#include <QTest>

namespace rbm::test {

/// A folder of as many training as test images of noise, `side` pixels wide and high.
inline void writeImages(const QString &folder, quint32 side, quint32 count = 60) {
    QVERIFY(QDir().mkpath(folder));
    for (const char *name : {"train-images-idx3-ubyte", "t10k-images-idx3-ubyte"})
        QVERIFY(writeFile(folder + QLatin1Char('/') + QLatin1String(name),
                          idxImages(count, side, true)));
}

} // namespace rbm::test
