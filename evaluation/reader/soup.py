"""Averages two checkpoints of one training. usage: soup.py BEGAN ENDED SHARE OUT, the share being that of ENDED"""

import sys

import torch


def main(began, ended, share, out):
    first, last = (torch.load(path, map_location="cpu") for path in (began, ended))
    torch.save({name: (1 - float(share)) * first.get(name, value).float() + float(share) * value.float()
                for name, value in last.items()}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
