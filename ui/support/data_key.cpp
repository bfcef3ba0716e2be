#include "ui/support/data_key.h"

#include "engine/data/dataset.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace rbm {

namespace {
constexpr std::size_t kStride = 4093; ///< a prime: no column of pixels is left out
} // namespace

QString dataKeyOf(const Dataset &images) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(static_cast<qulonglong>(images.count())) + ' ' +
                 QByteArray::number(static_cast<qulonglong>(images.width)) + ' ' +
                 QByteArray::number(static_cast<qulonglong>(images.height)));
    QByteArray some;
    for (std::size_t at = 0; at < images.pixels.size(); at += kStride)
        some.append(static_cast<char>(images.pixels[at]));
    hash.addData(some);
    constexpr int kDigits = 16;
    return QString::fromLatin1(hash.result().toHex().left(kDigits));
}

} // namespace rbm
