#include "ui/support/starter_digits.h"

#include "engine/data/idx.h"
#include "ui/support/resource_bytes.h"

#include <QCoreApplication>

#include <memory>
#include <string>

namespace rbm {

namespace {

struct StarterTexts {
    Q_DECLARE_TR_FUNCTIONS(StarterDigits)
};

IdxArray readPart(const QString &name) {
    const QByteArray content = resourceBytes("starter/" + name + ".gz");
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(content.constData());
    return parseIdx({bytes, static_cast<std::size_t>(content.size())}, name.toStdString());
}

std::shared_ptr<const Dataset> loadHalf(const QString &prefix) {
    return std::make_shared<const Dataset>(makeDataset(readPart(prefix + "-images-idx3-ubyte"),
                                                       readPart(prefix + "-labels-idx1-ubyte"),
                                                       kStarterName));
}

} // namespace

QString shownImagesName(const QString &name) {
    return name == QLatin1String(kStarterName) ? StarterTexts::tr("starter digits") : name;
}

DatasetPair loadStarterDigits() { return {loadHalf("train"), loadHalf("t10k"), kStarterName}; }

} // namespace rbm
