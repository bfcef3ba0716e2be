#pragma once

#include <QHash>
#include <QLabel>

namespace rbm {

/// Text on as many lines as it needs. Unlike QLabel, it remembers how high it is at a width:
/// layouts ask for that over and over, and rich text would be laid out anew each time.
class WrappedLabel : public QLabel {
    Q_OBJECT
public:
    /// `role` is that of the style sheet; null for none.
    WrappedLabel(const char *role, QWidget *parent);

    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;

private:
    mutable QString m_measured; ///< the text that the heights are of
    mutable QHash<int, int> m_heights;
};

} // namespace rbm
